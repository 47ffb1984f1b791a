/** What should be answered within a time, or an error that says what was not: a case that stands still fails its test, and holds up none. */
export async function within<Answer>(
  ms: number,
  what: string,
  promise: Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(ms / 1_000)} s: ${what}`));
    }, ms);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
}
