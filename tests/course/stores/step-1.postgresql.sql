CREATE TABLE schema_steps (
	step INTEGER NOT NULL,
	done TIMESTAMP WITH TIME ZONE NOT NULL,
	PRIMARY KEY (step)
);
CREATE TABLE sources (
	sha256 VARCHAR(64) NOT NULL,
	content BYTEA NOT NULL,
	PRIMARY KEY (sha256)
);
CREATE TABLE attempts (
	number SERIAL NOT NULL,
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
	started TIMESTAMP WITH TIME ZONE NOT NULL,
	ended TIMESTAMP WITH TIME ZONE,
	abandoned BOOLEAN NOT NULL,
	seconds_left FLOAT,
	PRIMARY KEY (number),
	UNIQUE (id),
	FOREIGN KEY(sha256) REFERENCES sources (sha256),
	FOREIGN KEY(rulebook_sha256) REFERENCES sources (sha256)
);
CREATE INDEX ix_attempts_scenario ON attempts (scenario);
CREATE INDEX ix_attempts_trainee ON attempts (trainee);
CREATE TABLE answers (
	attempt INTEGER NOT NULL,
	turning_point TEXT NOT NULL,
	guess INTEGER,
	next_time TEXT NOT NULL,
	PRIMARY KEY (attempt),
	FOREIGN KEY(attempt) REFERENCES attempts (number)
);
CREATE TABLE picks (
	attempt INTEGER NOT NULL,
	turn INTEGER NOT NULL,
	response TEXT NOT NULL,
	milliseconds BIGINT NOT NULL,
	PRIMARY KEY (attempt, turn),
	FOREIGN KEY(attempt) REFERENCES attempts (number)
);
INSERT INTO "schema_steps" VALUES(1,'2026-11-22 09:12:12.455066+00');
INSERT INTO "sources" VALUES('517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','\x69643a20636f6c642d666c61740a2320e69a96e6b094e4b88de783ad0a');
INSERT INTO "sources" VALUES('16ca84febbce5a1a4067dd01e012a755634d99dc2d008c6c5a42654b7559ecec','\x72756c65733a207b7d0a');
INSERT INTO "attempts" VALUES(1,'906af860-4929-4bbd-8698-0ff7e0cfeafc','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,'16ca84febbce5a1a4067dd01e012a755634d99dc2d008c6c5a42654b7559ecec','furious','exam','zh','100000000000000000000','小李','2026-11-22 09:12:12.457381+00','2026-11-22 09:12:12.470863+00',false,NULL);
INSERT INTO "attempts" VALUES(2,'3effff0a-d9c2-41eb-a8e0-3cd8419fd9e1','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,NULL,NULL,'practice','en','7','Ann','2026-11-22 09:12:12.474840+00',NULL,false,12.5);
INSERT INTO "attempts" VALUES(3,'6efbcae9-bdab-488e-a790-83e8f90d651b','heating-cold-flat','517e825355c0ea487c920185b7265a8a8436e04a2d48e5a8264edddd20b825db','standard',1,NULL,NULL,'practice','zh','7','小李','2026-11-22 09:12:12.480473+00','2026-11-22 09:12:12.482372+00',true,NULL);
INSERT INTO "picks" VALUES(1,1,'sorry-first',1500);
INSERT INTO "picks" VALUES(1,2,'promise-by-noon',3000);
INSERT INTO "picks" VALUES(1,3,'ask-back',4500);
INSERT INTO "picks" VALUES(2,1,'silence',9000);
INSERT INTO "answers" VALUES(1,'第 2 轮',64,'先听完');
SELECT setval('attempts_number_seq', 3);
