CREATE TABLE `notification_settings` (
	`user` text PRIMARY KEY NOT NULL,
	`email` text,
	`language` text NOT NULL,
	`by_email` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`journey` text NOT NULL,
	`seq` integer NOT NULL,
	`message` integer NOT NULL,
	`recipient` text NOT NULL,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`template` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	`carrier` integer,
	FOREIGN KEY (`journey`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`carrier`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_of_message` ON `notifications` (`message`,`recipient`,`channel`);--> statement-breakpoint
CREATE INDEX `notifications_of_recipient` ON `notifications` (`recipient`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`recipient`,`id`) WHERE channel = 'worklist' AND seen_at IS NULL;