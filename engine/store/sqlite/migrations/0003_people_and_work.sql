CREATE TABLE `access_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`user` text NOT NULL,
	`organisation` text NOT NULL,
	`token` text,
	`operation` text NOT NULL,
	`access` text NOT NULL,
	`record_class` text NOT NULL,
	`purpose` text NOT NULL,
	`basis` text NOT NULL,
	`journey` text,
	`request` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_of_user` ON `access_log` (`user`,`id`);--> statement-breakpoint
CREATE TABLE `access_log_clients` (
	`client` text NOT NULL,
	`entry` integer NOT NULL,
	PRIMARY KEY(`client`, `entry`),
	FOREIGN KEY (`entry`) REFERENCES `access_log`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_log_clients_of` ON `access_log_clients` (`entry`,`client`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_provider` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `accounts_of_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `client_marks` (
	`client` text NOT NULL,
	`mark` integer NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `client_marks_by_mark` ON `client_marks` (`mark`,`client`);--> statement-breakpoint
CREATE INDEX `client_marks_of_client` ON `client_marks` (`client`);--> statement-breakpoint
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
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`journey` text,
	`kind` text NOT NULL,
	`organisation` text NOT NULL,
	`team` text,
	`user` text,
	`case_role` text,
	`basis` text NOT NULL,
	`section` text,
	`items` text,
	`sealed` blob NOT NULL,
	`from` integer NOT NULL,
	`until` integer,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`granted_at` integer NOT NULL,
	`granted_by` text NOT NULL,
	FOREIGN KEY (`client`) REFERENCES `clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_of_client` ON `grants` (`client`,`id`);--> statement-breakpoint
CREATE INDEX `grants_to_organisation` ON `grants` (`organisation`,`client`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
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
CREATE TABLE `master_keys` (
	`id` integer PRIMARY KEY NOT NULL,
	`current` text NOT NULL,
	`previous` text,
	`changed_at` integer NOT NULL,
	`client` text,
	`answers` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_by_key` ON `rate_limits` (`key`);--> statement-breakpoint
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
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_token` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_of_user` ON `sessions` (`user_id`);--> statement-breakpoint
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
CREATE TABLE `team_members` (
	`team` text NOT NULL,
	`user` text NOT NULL,
	`case_roles` text NOT NULL,
	PRIMARY KEY(`team`, `user`),
	FOREIGN KEY (`team`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `teams_of_user` ON `team_members` (`user`,`team`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `teams_of_organisation` ON `teams` (`organisation`,`id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`user` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_by_hash` ON `tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `tokens_of_user` ON `tokens` (`user`,`id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`organisation` text NOT NULL,
	`system_roles` text NOT NULL,
	`active` integer NOT NULL,
	`sees_protected` integer NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_of_organisation` ON `users` (`organisation`,`id`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
DROP INDEX `clients_by_identity`;--> statement-breakpoint
ALTER TABLE `clients` ADD `organisation` text DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `team` text;--> statement-breakpoint
ALTER TABLE `clients` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `changed_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `clients` ADD `customerships` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `clients_of_organisation` ON `clients` (`organisation`,`id`);--> statement-breakpoint
CREATE INDEX `clients_of_team` ON `clients` (`team`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `clients_by_identity` ON `clients` (`organisation`,`identity_hash`) WHERE identity_hash IS NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `ticked` text;--> statement-breakpoint
CREATE INDEX `journeys_of_team` ON `journeys` (`responsible_team`,`id`) WHERE responsible_team IS NOT NULL;