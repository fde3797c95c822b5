// Runs Azurite for as long as standard input stays open. The parent holds the other end: when it ends, however it
// ends, the operating system closes the pipe and Azurite stops, saving what it keeps on disk.
import { createRequire } from 'node:module';

const ignore = () => {}; // the parent may be gone: nobody reads what is printed while stopping
process.stdout.on('error', ignore);
process.stderr.on('error', ignore);

const stop = () => {
  setTimeout(() => process.exit(0), 5000).unref();
  process.emit('SIGTERM');
};
process.stdin.once('end', stop).on('error', stop).resume();
const require = createRequire(import.meta.url);

// Every ten minutes Azurite looks for extents that nothing refers to, in a loop that sorts all of them for each page and lets
// nothing else in: with tens of thousands of blobs, requests time out and a stop is never heard. What is in memory only ends
// with the process: there it is put off for as long as a timer can be.
if (process.argv.includes('--inMemoryPersistence')) {
  require('azurite/dist/src/blob/utils/constants.js').DEFAULT_GC_INTERVAL_MS = 2 ** 31 - 1;
}

// Deleting one thing sorts every index of its collection anew, for nothing else: with tens of thousands of blobs or rows that is most of what
// Azurite does. A few at a time are taken out of the indexes by search instead, as the library itself does for a document that it is given.
const { Collection } = createRequire(require.resolve('azurite/package.json'))('lokijs');
const removeMany = Collection.prototype.removeBatchByPositions;
Collection.prototype.removeBatchByPositions = function (positions) {
  if (!this.adaptiveBinaryIndices || positions.length > 10) {
    return removeMany.call(this, positions);
  }

  for (const document of positions.map(position => this.data[position])) {
    this.remove(document);
  }
};

require('azurite/dist/src/azurite.js');
