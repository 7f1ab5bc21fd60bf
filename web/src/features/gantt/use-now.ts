import { useEffect, useState } from 'react';

/** The reader's own wall clock in minutes since 1970-01-01T00:00, moving on by itself. */
export function useNow(): number {
  const [now, setNow] = useState(wallMinutes);
  useEffect(() => {
    const timer = setInterval(() => setNow(wallMinutes()), 60_000 * 10);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function wallMinutes(): number {
  const now = new Date();
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset();
}
