-- Reviewed: the STRICT table was made so by hand.
CREATE TABLE `rating` (
	`debate` text NOT NULL,
	`item` text NOT NULL,
	`question` text NOT NULL,
	`person` text NOT NULL,
	`score` real,
	`verdict` text,
	`wording` text NOT NULL,
	`at` integer NOT NULL,
	`hash` blob NOT NULL,
	PRIMARY KEY(`debate`, `item`, `question`, `person`),
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON DELETE CASCADE,
	CONSTRAINT "rating_question" CHECK("rating"."question" IN ('likely', 'verdict', 'carries')),
	CONSTRAINT "rating_score" CHECK("rating"."score" BETWEEN 0 AND 1),
	CONSTRAINT "rating_verdict" CHECK("rating"."verdict" IN ('stands', 'falls', 'open')),
	CONSTRAINT "rating_answer" CHECK(("rating"."score" IS NULL) = ("rating"."question" = 'verdict')),
	CONSTRAINT "rating_one" CHECK(("rating"."score" IS NULL) <> ("rating"."verdict" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `rating_person` ON `rating` (`person`);
