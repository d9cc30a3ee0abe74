CREATE TABLE `answers` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`caller`, `key`)
);
--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`identity_hash` text,
	`sealed` blob NOT NULL,
	`wrapped_key` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `clients_by_identity` ON `clients` (`identity_hash`) WHERE identity_hash IS NOT NULL;--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`pathway` text NOT NULL,
	`document` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `drafts_of_pathway` ON `drafts` (`pathway`,`id`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`name` text NOT NULL,
	`class` text NOT NULL,
	`sealed` blob NOT NULL,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`holds_from` integer NOT NULL,
	`current` integer NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facts_current` ON `facts` (`client`,`name`) WHERE current = 1;--> statement-breakpoint
CREATE INDEX `facts_of_client` ON `facts` (`client`,`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`journey` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`by` text NOT NULL,
	`by_rule` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`entry` text NOT NULL,
	`sealed` blob,
	PRIMARY KEY(`journey`, `seq`),
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `journeys` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`pathway` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`responsible_user` text NOT NULL,
	`responsible_team` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`changed_at` integer NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pathway`,`version`) REFERENCES `pathway_versions`(`pathway`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journeys_of_client` ON `journeys` (`client`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `journeys_of_pathway` ON `journeys` (`pathway`,`id`);--> statement-breakpoint
CREATE INDEX `journeys_of_responsible` ON `journeys` (`responsible_user`,`id`);--> statement-breakpoint
CREATE INDEX `journeys_by_status` ON `journeys` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`journey` text NOT NULL,
	`seq` integer NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`delivered_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer,
	`dead` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outbox_new` ON `outbox` (`id`,`created_at`) WHERE delivered_at IS NULL AND dead = 0 AND not_before IS NULL;--> statement-breakpoint
CREATE INDEX `outbox_retry` ON `outbox` (`not_before`,`id`,`delivered_at`,`dead`) WHERE delivered_at IS NULL AND dead = 0 AND not_before IS NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_dead` ON `outbox` (`id`) WHERE dead = 1;--> statement-breakpoint
CREATE TABLE `pathway_versions` (
	`pathway` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`parameters` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	PRIMARY KEY(`pathway`, `version`)
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`journey` text NOT NULL,
	`id` integer NOT NULL,
	`client` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`assignee` text,
	`status` text NOT NULL,
	`due_date` text,
	`overdue` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`sealed` blob,
	`due_order` text GENERATED ALWAYS AS (coalesce(due_date, '~')) VIRTUAL NOT NULL,
	PRIMARY KEY(`journey`, `id`),
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_open` ON `tasks` (`due_order`,`journey`,`id`) WHERE status = 'open';--> statement-breakpoint
CREATE INDEX `tasks_open_of_role` ON `tasks` (`role`,`due_order`,`journey`,`id`) WHERE status = 'open';--> statement-breakpoint
CREATE INDEX `tasks_open_of_assignee` ON `tasks` (`assignee`,`due_order`,`journey`,`id`) WHERE status = 'open';--> statement-breakpoint
CREATE INDEX `tasks_of_client` ON `tasks` (`client`,`due_order`,`journey`,`id`);--> statement-breakpoint
CREATE TABLE `timers` (
	`journey` text NOT NULL,
	`id` integer NOT NULL,
	`arming` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer,
	`dead` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	PRIMARY KEY(`journey`, `id`),
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due_at`,`arming`,`journey`,`id`) WHERE dead = 0 AND not_before IS NULL;--> statement-breakpoint
CREATE INDEX `timers_retry` ON `timers` (`not_before`,`due_at`,`arming`,`journey`,`id`,`dead`) WHERE dead = 0 AND not_before IS NOT NULL;--> statement-breakpoint
CREATE INDEX `timers_dead` ON `timers` (`journey`,`id`) WHERE dead = 1;