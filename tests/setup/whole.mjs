/** Whether everything is to be tested, not only a fair sample of it: `FULL=1 npm test`. */
export const isWhole = !['', '0', undefined].includes(process.env['FULL']);
