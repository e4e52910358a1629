// Stands in for the telemetry library: nothing is ever sent.
exports.AppInsightsCore = class {
  initialize() {}
  track() {}
  unload() {}
};
