CREATE TABLE `scenarios` (
	`pathway` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	PRIMARY KEY(`pathway`, `id`)
);
--> statement-breakpoint
ALTER TABLE `drafts` ADD `layout` text DEFAULT '{"positions":{},"collapsed":[]}' NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `based_on` integer;--> statement-breakpoint
ALTER TABLE `pathway_versions` ADD `note` text;--> statement-breakpoint
ALTER TABLE `pathway_versions` ADD `approver` text;--> statement-breakpoint
ALTER TABLE `pathway_versions` ADD `starts_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `pathway_versions` ADD `layout` text DEFAULT '{"positions":{},"collapsed":[]}' NOT NULL;--> statement-breakpoint
CREATE INDEX `journeys_of_version` ON `journeys` (`pathway`,`version`,`status`,`id`);