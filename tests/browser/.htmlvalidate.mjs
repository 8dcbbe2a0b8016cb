// SPDX-License-Identifier: EUPL-1.2
// The rules for the pages of the service; tests/browser holds every page to them.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Small screens show each row of a table as a card (display: block), and then browsers forget that it is a table.
    'no-redundant-role': 'off',
    // Numbers of a covenant are words, so its lists have no markers; some screen readers then forget that they are lists.
    'prefer-native-element': ['error', { exclude: ['list'] }],
    'doctype-style': ['error', { style: 'lowercase' }],
    // Ticked boxes of one list travel under one name.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // A title quotes what people named their meeting.
    'long-title': 'off',
    // The stylesheet keeps telephone numbers on one line.
    'tel-non-breaking': 'off',
    // "-- " begins the signature of a letter that a page quotes.
    'no-trailing-whitespace': 'off',
  },
};
