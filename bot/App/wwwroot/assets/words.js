// The words of the page, in the language it was served in.
import { place } from './page.js';

const words = JSON.parse(place('words').textContent);

export const language = document.documentElement.lang;

// Days stand before their months in every English text of ours.
export const dates = language === 'en' ? 'en-GB' : language;

export function say(key, ...values) {
  const text = words[key];
  if (text === undefined) throw new Error(`No words for ${key}`);
  return text.replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);
}

export const hasWords = key => key in words;

export const day = date => new Intl.DateTimeFormat(dates, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
