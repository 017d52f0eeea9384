BEGIN TRANSACTION;
CREATE TABLE answers (
	attempt INTEGER NOT NULL,
	turning_point TEXT NOT NULL,
	guess INTEGER,
	next_time TEXT NOT NULL,
	PRIMARY KEY (attempt),
	FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "answers" VALUES(1,'第 2 轮',64,'先听完');
CREATE TABLE attempts (
	number INTEGER NOT NULL,
	id VARCHAR(36) NOT NULL,
	scenario TEXT NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	rulebook TEXT NOT NULL,
	rulebook_version INTEGER NOT NULL,
	rulebook_sha256 VARCHAR(64),
	persona TEXT,
	mode VARCHAR(16) NOT NULL CHECK (mode IN ('practice', 'exam')),
	language VARCHAR(32) NOT NULL,
	seed TEXT NOT NULL,
	trainee TEXT NOT NULL,
	started DATETIME NOT NULL,
	ended DATETIME,
	abandoned BOOLEAN NOT NULL,
	seconds_left FLOAT,
	PRIMARY KEY (number),
	UNIQUE (id),
	FOREIGN KEY(sha256) REFERENCES sources (sha256),
	FOREIGN KEY(rulebook_sha256) REFERENCES sources (sha256)
);
INSERT INTO "attempts" VALUES(1,'906af860-4929-4bbd-8698-0ff7e0cfeafc','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,'16ca84febbce5a1a4067dd01e012a755634d99dc2d008c6c5a42654b7559ecec','furious','exam','zh','100000000000000000000','小李','2026-11-22 09:12:12.457381','2026-11-22 09:12:12.470863',0,NULL);
INSERT INTO "attempts" VALUES(2,'3effff0a-d9c2-41eb-a8e0-3cd8419fd9e1','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,NULL,NULL,'practice','en','7','Ann','2026-11-22 09:12:12.474840',NULL,0,12.5);
INSERT INTO "attempts" VALUES(3,'6efbcae9-bdab-488e-a790-83e8f90d651b','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,NULL,NULL,'practice','zh','7','小李','2026-11-22 09:12:12.480473','2026-11-22 09:12:12.482372',1,NULL);
CREATE TABLE picks (
	attempt INTEGER NOT NULL,
	turn INTEGER NOT NULL,
	response TEXT NOT NULL,
	milliseconds BIGINT NOT NULL,
	PRIMARY KEY (attempt, turn),
	FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "picks" VALUES(1,1,'sorry-first',1500);
INSERT INTO "picks" VALUES(1,2,'promise-by-noon',3000);
INSERT INTO "picks" VALUES(1,3,'ask-back',4500);
INSERT INTO "picks" VALUES(2,1,'silence',9000);
CREATE TABLE schema_steps (
	step INTEGER NOT NULL,
	done DATETIME NOT NULL,
	PRIMARY KEY (step)
);
INSERT INTO "schema_steps" VALUES(1,'2026-11-22 09:12:12.455066');
CREATE TABLE sources (
	sha256 VARCHAR(64) NOT NULL,
	content BLOB NOT NULL,
	PRIMARY KEY (sha256)
);
INSERT INTO "sources" VALUES('517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db',X'69643A20636F6C642D666C61740A2320E69A96E6B094E4B88DE783AD0A');
INSERT INTO "sources" VALUES('16ca84febbce5a1a4067dd01e012a755634d99dc2d008c6c5a42654b7559ecec',X'72756C65733A207B7D0A');
CREATE INDEX ix_attempts_scenario ON attempts (scenario);
CREATE INDEX ix_attempts_trainee ON attempts (trainee);
COMMIT;
