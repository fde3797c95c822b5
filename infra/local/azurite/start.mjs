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
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
