CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`journey` text,
	`organisation` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text,
	`outcome` text,
	`minutes` integer,
	`class` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`sealed` blob NOT NULL,
	`task` integer,
	`replaces` text,
	`error_at` integer,
	`error_by` text,
	`error_sealed` blob,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_of_client` ON `contacts` (`client`,`occurred_at`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_of_journey` ON `contacts` (`journey`,`occurred_at`,`id`) WHERE journey IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_recording` ON `contacts` (`client`,`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_corrected` ON `contacts` (`replaces`) WHERE replaces IS NOT NULL;--> statement-breakpoint
CREATE TABLE `looks` (
	`user` text NOT NULL,
	`journey` text NOT NULL,
	`client` text NOT NULL,
	`revision` integer NOT NULL,
	`looked_at` integer,
	`new_since` integer,
	PRIMARY KEY(`user`, `journey`),
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `looks_new` ON `looks` (`user`,`new_since`,`journey`) WHERE looked_at IS NULL;--> statement-breakpoint
CREATE TABLE `saved_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`shared_kind` text,
	`shared_with` text,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_lists_of_owner` ON `saved_lists` (`owner`);--> statement-breakpoint
CREATE INDEX `saved_lists_shared` ON `saved_lists` (`shared_kind`,`shared_with`) WHERE shared_kind IS NOT NULL;--> statement-breakpoint
CREATE TABLE `substitutes` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`substitute` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `substitutes_of_user` ON `substitutes` (`user`,`from_date`,`id`);--> statement-breakpoint
CREATE INDEX `substitutes_by_substitute` ON `substitutes` (`substitute`,`until_date`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `ticked` text;--> statement-breakpoint
CREATE INDEX `journeys_of_team` ON `journeys` (`responsible_team`,`id`) WHERE responsible_team IS NOT NULL;