// Plays the story on inkjs, as players.py plays it on the others: node ink.mjs NODE_MODULES STORY.ink
// The compiled story is written beside the source, for bink.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [modules, source] = process.argv.slice(2);
const { Compiler, Story } = createRequire(`${modules}/`)('inkjs/full');
const MODULUS = 1_000_000_007;

const began = performance.now();
const compiled = new Compiler(readFileSync(source, 'utf8')).Compile().ToJson();
writeFileSync(`${source}.json`, compiled);
const story = new Story(compiled);

function play(number) {
  story.ResetState();
  let dice = number + 1;
  let picks = 0;
  for (;;) {
    while (story.canContinue) story.Continue();
    const offered = story.currentChoices;
    if (!offered.length) break;
    dice = (Math.imul(dice, 1103515245) + 12345) & 0x7fffffff;
    story.ChooseChoiceIndex((dice >>> 8) % offered.length);
    picks += 1;
  }
  const { trust, patience, clarity } = story.variablesState;
  return [trust + 101 * patience + 10007 * clarity + 1000003 * picks, picks];
}

console.log(JSON.stringify({ ready: (performance.now() - began) / 1000 }));
for await (const line of createInterface({ input: process.stdin })) {
  const [first, count] = line.split(' ').map(Number);
  let checksum = 0;
  let picks = 0;
  const start = performance.now();
  for (let number = first; number < first + count; number += 1) {
    const [sum, made] = play(number);
    checksum = (checksum * 31 + sum) % MODULUS;
    picks += made;
  }
  console.log(JSON.stringify({ picks, seconds: (performance.now() - start) / 1000, checksum }));
}
