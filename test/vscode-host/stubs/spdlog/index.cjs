// Stands in for the native logger: writes VS Code's log files in plain JavaScript.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  level = levels.indexOf('info');
  raw = false;
  dropped = false;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
    for (const [index, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries())
      Object.assign(this, { [name]: (/** @type {string} */ message) => this.#write(index, message) });
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  #write(level, message) {
    if (level < this.level || this.dropped) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      appendFileSync(this.file, this.raw ? message : `${time} [${levels[level]}] ${message}\n`);
    } catch {
      // The folder may be gone already when VS Code stops.
    }
  }

  getLevel() {
    return this.level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }

  setPattern() {}

  clearFormatters() {
    this.raw = true;
  }

  flush() {}

  drop() {
    this.dropped = true;
  }
}

/**
 * @param {string} _name
 * @param {string} file
 */
async function create(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 1;
exports.Logger = class extends Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   */
  constructor(_type, _name, file) {
    super(file);
  }
};
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = create;
