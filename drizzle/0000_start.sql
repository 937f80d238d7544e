-- Reviewed: STRICT tables and deferred references within a debate were added by hand.
CREATE TABLE `ack` (
	`debate` text NOT NULL,
	`client` text NOT NULL,
	`n` integer NOT NULL,
	`seq` integer,
	`at` integer,
	`refusal` text,
	PRIMARY KEY(`debate`, `client`, `n`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	CONSTRAINT "ack_outcome" CHECK(("ack"."seq" IS NULL) <> ("ack"."refusal" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE TABLE `argument` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`ord` text NOT NULL,
	`tags` text NOT NULL,
	`notes` text NOT NULL,
	`pin_x` real,
	`pin_y` real,
	`grouping` text,
	`title` text NOT NULL,
	`descriptions` text NOT NULL,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`grouping`) REFERENCES `grouping`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `argument_step` (
	`debate` text NOT NULL,
	`of` text NOT NULL,
	`position` integer NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`debate`, `of`, `position`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`of`) REFERENCES `argument`(`debate`,`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`relation`) REFERENCES `relation`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `claim` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`ord` text NOT NULL,
	`tags` text NOT NULL,
	`notes` text NOT NULL,
	`pin_x` real,
	`pin_y` real,
	`grouping` text,
	`text` text NOT NULL,
	`title` text NOT NULL,
	`unstated` integer NOT NULL,
	`basis` text NOT NULL,
	`standard` text NOT NULL,
	`wordings` text NOT NULL,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`grouping`) REFERENCES `grouping`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `debate` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`head` integer NOT NULL,
	`epoch` text NOT NULL,
	`sample` integer NOT NULL,
	`created` integer NOT NULL,
	`changed` integer NOT NULL,
	`indexed` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `evidence` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`ord` text NOT NULL,
	`claim` text,
	`argument` text,
	`relation` text,
	`form` text NOT NULL,
	`text` text NOT NULL,
	`bearing` text NOT NULL,
	`source` text,
	`locator` text NOT NULL,
	`rating` text,
	`rating_reason` text,
	`notes` text NOT NULL,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`claim`) REFERENCES `claim`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`argument`) REFERENCES `argument`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`relation`) REFERENCES `relation`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`source`) REFERENCES `source`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT "evidence_target" CHECK(("evidence"."claim" IS NOT NULL) + ("evidence"."argument" IS NOT NULL) + ("evidence"."relation" IS NOT NULL) <= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_on_claim` ON `evidence` (`debate`,`claim`) WHERE "evidence"."claim" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `evidence_on_argument` ON `evidence` (`debate`,`argument`) WHERE "evidence"."argument" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `evidence_on_relation` ON `evidence` (`debate`,`relation`) WHERE "evidence"."relation" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `evidence_citing` ON `evidence` (`debate`,`source`) WHERE "evidence"."source" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `grouping` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`ord` text NOT NULL,
	`form` text NOT NULL,
	`title` text NOT NULL,
	`parent` text,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`parent`) REFERENCES `grouping`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED
) STRICT;
--> statement-breakpoint
CREATE TABLE `link` (
	`token` text PRIMARY KEY NOT NULL,
	`debate` text NOT NULL,
	`right` text NOT NULL,
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE
) STRICT;
--> statement-breakpoint
CREATE INDEX `link_debate` ON `link` (`debate`,`right`);--> statement-breakpoint
CREATE TABLE `log` (
	`debate` text NOT NULL,
	`seq` integer NOT NULL,
	`client` text NOT NULL,
	`n` integer NOT NULL,
	`actor` text,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	`steps` text NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`debate`, `seq`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE
) STRICT;
--> statement-breakpoint
CREATE TABLE `permit` (
	`debate` text NOT NULL,
	`person` text NOT NULL,
	`right` text NOT NULL,
	`link` text,
	PRIMARY KEY(`debate`, `person`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON DELETE CASCADE,
	CONSTRAINT "permit_right" CHECK("permit"."right" IN ('read', 'edit', 'owner'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `permit_person` ON `permit` (`person`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`local` integer NOT NULL,
	`recovery` text,
	`created` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `premise` (
	`debate` text NOT NULL,
	`of` text NOT NULL,
	`position` integer NOT NULL,
	`claim` text,
	`argument` text,
	`relation` text,
	`evidence` text,
	`role` text NOT NULL,
	`negated` integer NOT NULL,
	PRIMARY KEY(`debate`, `of`, `position`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`of`) REFERENCES `relation`(`debate`,`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`claim`) REFERENCES `claim`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`argument`) REFERENCES `argument`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`relation`) REFERENCES `relation`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`evidence`) REFERENCES `evidence`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT "premise_one" CHECK(("premise"."claim" IS NOT NULL) + ("premise"."argument" IS NOT NULL) + ("premise"."relation" IS NOT NULL) + ("premise"."evidence" IS NOT NULL) <= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `premise_on_claim` ON `premise` (`debate`,`claim`) WHERE "premise"."claim" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `premise_on_argument` ON `premise` (`debate`,`argument`) WHERE "premise"."argument" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `premise_on_relation` ON `premise` (`debate`,`relation`) WHERE "premise"."relation" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `premise_on_evidence` ON `premise` (`debate`,`evidence`) WHERE "premise"."evidence" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `relation` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`ord` text NOT NULL,
	`claim` text,
	`argument` text,
	`relation` text,
	`evidence` text,
	`sense` text NOT NULL,
	`scheme` text NOT NULL,
	`notes` text NOT NULL,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`debate`,`claim`) REFERENCES `claim`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`argument`) REFERENCES `argument`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`relation`) REFERENCES `relation`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`debate`,`evidence`) REFERENCES `evidence`(`debate`,`id`) DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT "relation_target" CHECK(("relation"."claim" IS NOT NULL) + ("relation"."argument" IS NOT NULL) + ("relation"."relation" IS NOT NULL) + ("relation"."evidence" IS NOT NULL) <= 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `relation_on_claim` ON `relation` (`debate`,`claim`) WHERE "relation"."claim" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `relation_on_argument` ON `relation` (`debate`,`argument`) WHERE "relation"."argument" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `relation_on_relation` ON `relation` (`debate`,`relation`) WHERE "relation"."relation" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `relation_on_evidence` ON `relation` (`debate`,`evidence`) WHERE "relation"."evidence" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `person`(`id`) ON DELETE CASCADE
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `source` (
	`debate` text NOT NULL,
	`id` text NOT NULL,
	`ext` text NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`author` text NOT NULL,
	`issued` text NOT NULL,
	`container_title` text NOT NULL,
	`publisher` text NOT NULL,
	`doi` text NOT NULL,
	`url` text NOT NULL,
	PRIMARY KEY(`debate`, `id`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE
) STRICT;

--> statement-breakpoint
CREATE TABLE `entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`debate` text NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`shown` text NOT NULL,
	`folded` text NOT NULL,
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	UNIQUE(`debate`, `item`)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE `words` USING fts5(`folded`, content = 'entry', content_rowid = 'id', tokenize = 'trigram');
