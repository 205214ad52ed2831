import { assertNode, build, install, tell } from './prepare.mjs';

try {
  assertNode();
  await install();
  await build();
  // In this very process: one process id to signal, one exit code, and nothing is left over when it is killed.
  await import('../dist/main.js');
} catch (error) {
  tell(error);
}
