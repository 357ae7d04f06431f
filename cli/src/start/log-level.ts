export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Whether something of a level is to be logged. */
export function isLogged(level: Exclude<LogLevel, 'silent'>, chosen: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(chosen);
}
