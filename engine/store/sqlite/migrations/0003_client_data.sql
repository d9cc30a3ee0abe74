CREATE TABLE `client_marks` (
	`client` text NOT NULL,
	`mark` integer NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_marks_by_mark` ON `client_marks` (`mark`,`client`);--> statement-breakpoint
CREATE INDEX `client_marks_of_client` ON `client_marks` (`client`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`client` text NOT NULL,
	`record_class` text,
	`erased_at` integer NOT NULL,
	`erased_by` text NOT NULL,
	`reason` text NOT NULL,
	`basis` text NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasures_of_client` ON `erasures` (`client`,`erased_at`);--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`sealed` blob NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`until` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `legal_holds_of_client` ON `legal_holds` (`client`,`id`);--> statement-breakpoint
CREATE TABLE `master_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`current` text NOT NULL,
	`previous` text,
	`changed_at` integer NOT NULL,
	`client` text,
	`answers` integer NOT NULL
);
--> statement-breakpoint
DROP INDEX `clients_by_identity`;--> statement-breakpoint
ALTER TABLE `clients` ADD `organisation` text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `team` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `changed_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `customerships` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `clients_of_organisation` ON `clients` (`organisation`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `clients_by_identity` ON `clients` (`organisation`,`identity_hash`) WHERE identity_hash IS NOT NULL;