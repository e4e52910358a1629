// Stands in for a native module: leaves when the parent process is gone.

/** @param {number} parent a process id */
exports.start = (parent) => {
  const look = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(look, 1000).unref();
};

/** @param {number} code */
exports.exit = (code) => process.exit(code);
