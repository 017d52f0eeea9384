"""What it takes to pass: on the assigned list, in reports and on paper."""

WORDS = {
    "passing.score": "{name} {least} or more",
    "passing.verdict": "“{verdict}” or better",
    "passing.anyhow": "come to the end",
    "passing.short_score": "{name} is {had} and has to be {least}",
    "passing.short_verdict": "the verdict is “{had}” and has to be “{least}”",
}
