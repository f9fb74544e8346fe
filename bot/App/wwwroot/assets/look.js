// Web Chat in the colours of the page.
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function look() {
  const [paper, ground, ink, quiet, line, blue, onBlue, soft] = ['--paper', '--ground', '--ink', '--quiet', '--line', '--blue', '--on-blue', '--blue-soft'].map(colour);
  const font = getComputedStyle(document.body).fontFamily;
  return {
    rootHeight: '100%', rootWidth: '100%', backgroundColor: paper, accent: blue, subtle: quiet,
    primaryFont: font, monospaceFont: font, fontSizeSmall: '85%', emojiSet: false, paddingRegular: 14,
    bubbleBackground: ground, bubbleTextColor: ink, bubbleBorderColor: line, bubbleBorderRadius: 14, bubbleBorderWidth: 1, bubbleMaxWidth: 620, bubbleMinWidth: 120,
    bubbleFromUserBackground: soft, bubbleFromUserTextColor: ink, bubbleFromUserBorderColor: line, bubbleFromUserBorderRadius: 14, bubbleFromUserBorderWidth: 1,
    bubbleAttachmentMaxWidth: 620, messageActivityWordBreak: 'break-word',
    suggestedActionLayout: 'flow', suggestedActionsFlowMaxHeight: '42vh',
    suggestedActionBackgroundColor: paper, suggestedActionTextColor: blue, suggestedActionBorderColor: blue, suggestedActionBorderRadius: 22, suggestedActionBorderWidth: 1, suggestedActionHeight: 46,
    suggestedActionBackgroundColorOnHover: soft, suggestedActionTextColorOnHover: blue, suggestedActionBackgroundColorOnActive: soft, suggestedActionTextColorOnActive: blue,
    suggestedActionBackgroundColorOnFocus: soft, suggestedActionTextColorOnFocus: blue, suggestedActionKeyboardFocusIndicatorBorderColor: blue,
    sendBoxBackground: paper, sendBoxTextColor: ink, sendBoxPlaceholderColor: quiet, sendBoxButtonColor: blue, sendBoxButtonColorOnHover: ink, sendBoxButtonColorOnFocus: ink,
    sendBoxBorderTop: `1px solid ${line}`, sendBoxHeight: 56, sendBoxTextWrap: true, sendBoxMaxHeight: 200,
    hideUploadButton: false, uploadAccept: 'image/*,application/pdf', uploadMultiple: true, sendAttachmentOn: 'attach',
    timestampColor: quiet, groupTimestamp: 300000, autoScrollSnapOnPage: true, scrollToEndButtonBehavior: 'any',
    transcriptOverlayButtonBackground: blue, transcriptOverlayButtonColor: onBlue,
    notificationText: ink, toastInfoBackgroundColor: soft, toastInfoColor: ink, toastWarnBackgroundColor: soft, toastWarnColor: ink, toastErrorBackgroundColor: soft, toastErrorColor: ink,
  };
}

export function cardLook() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const [paper, ground, ink, quiet, blue, amber, red, green, line] = ['--paper', '--ground', '--ink', '--quiet', '--blue', '--amber', '--red', '--green', '--line'].map(colour);
  const base = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const tone = (strong, weak) => ({ default: strong, subtle: weak ?? strong });
  const colours = {
    default: tone(ink, quiet), dark: tone(dark ? paper : ink, quiet), light: tone(dark ? ink : paper, quiet),
    accent: tone(blue), good: tone(green), warning: tone(amber), attention: tone(red),
  };
  const container = background => ({ backgroundColor: background, foregroundColors: colours });
  return {
    fontFamily: getComputedStyle(document.body).fontFamily,
    fontSizes: { small: base * 0.85, default: base, medium: base * 1.05, large: base * 1.15, extraLarge: base * 1.3 },
    lineHeights: { small: base * 1.3, default: base * 1.5, medium: base * 1.5, large: base * 1.6, extraLarge: base * 1.8 },
    textBlock: { headingLevel: 2 },
    factSet: { title: { weight: 'bolder', wrap: false, maxWidth: 140 }, value: { wrap: true }, spacing: 12 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    containerStyles: { default: container(ground), emphasis: container(paper), accent: container(ground), good: container(ground), warning: container(ground), attention: container(ground) },
    actions: { maxActions: 5, spacing: 'default', buttonSpacing: 10, actionsOrientation: 'vertical', actionAlignment: 'stretch', showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' } },
  };
}
