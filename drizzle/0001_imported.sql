-- Reviewed: STRICT was added by hand.
CREATE TABLE `imported` (
	`debate` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`debate`) REFERENCES `debate`(`id`) ON DELETE CASCADE
) STRICT;
