// Words in two languages, for every page of this machine.
const languages = { 'zh-CN': 'en', en: 'zh-CN' };
const asked = new URLSearchParams(location.search).get('lang');
const remembered = localStorage.getItem('onevisit-language');
let words = {};
export let language = languages[asked] ? asked : languages[remembered] ? remembered : 'zh-CN';

export const element = id => document.getElementById(id);
export const word = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? key);
export const wordOr = (key, otherwise) => words[key] ?? otherwise;

/** Speaks the language, and again after each press of the button; then draws. The words lie in the folder. */
export async function speak(folder, draw) {
  const learn = async () => {
    words = await (await fetch(`${folder}/words.${language}.json`)).json();
    document.documentElement.lang = language;
    for (const each of document.querySelectorAll('[data-word]')) each.textContent = word(each.dataset.word);
    await draw();
  };
  element('language').addEventListener('click', () => {
    language = languages[language];
    localStorage.setItem('onevisit-language', language);
    learn();
  });
  await learn();
}
