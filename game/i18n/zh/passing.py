"""怎样算通过：课程列表、报告、打印出来的都用。"""

WORDS = {
    "passing.score": "{name}到 {least} 分",
    "passing.verdict": "评定到“{verdict}”",
    "passing.anyhow": "谈完就算",
    "passing.short_score": "{name} {had} 分，要 {least} 分",
    "passing.short_verdict": "评定是“{had}”，要到“{least}”",
}
