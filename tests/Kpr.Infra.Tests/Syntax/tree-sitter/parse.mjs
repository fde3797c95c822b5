// Parses the files named on the command line, and prints every place that is not Bicep: file(line): text.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(new URL('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm', import.meta.url))));

const report = (file, node) => {
  if (node.isError || node.isMissing) {
    console.log(`${file}(${node.startPosition.row + 1}): ${node.text.slice(0, 60).replaceAll('\n', ' ')}`);
    return;
  }
  for (let i = 0; i < node.childCount; i++) {
    report(file, node.child(i));
  }
};

for (const file of process.argv.slice(2)) {
  const root = parser.parse(readFileSync(file, 'utf8')).rootNode;
  if (root.hasError) {
    report(file, root);
  }
}
console.log(`${process.argv.length - 2} files`);
