/** What is read where a command is run, unless another is named. */
export const CONFIG_FILE = 'understudy.config.yaml';
