/** Returns what a promise resolves to, or something else if that takes longer. */
export async function unlessLate<Value>(
  value: Promise<Value>,
  { afterMs, instead }: { afterMs: number; instead: Value },
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(resolve, afterMs, instead);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
