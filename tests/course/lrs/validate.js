// Reads statements as a JSON array and writes what the validator in the folder named has against each of them.
const path = require("path");
const validate = require(path.join(process.argv[2], "node_modules", "@learninglocker", "xapi-validation")).default;
const statements = JSON.parse(require("fs").readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(statements.map((statement) => validate(statement).map(String))));
