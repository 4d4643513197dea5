// Wakes the parts of a page. Data attributes are the only door between markup and script:
//   data-opens="ID"            a button that opens the dialog ID; data-closes closes the one it is in
//   data-theme-choice="light"  chooses light, dark or "" (as the system says)
//   data-rows / data-row       a list that J and K walk; Enter opens the row's first link or button
//   data-place="today"         where G and a letter lead; data-key-new, data-key-search: N and /
//   data-key="a"               a button or link that this key presses
//   data-busy="Reading…"       a submit button's words while its form is on its way
//   data-submits               a form that is sent as soon as one of its fields changes
//   data-keep="NAME"           a form whose words stand there again when they were refused
//   data-progress="URL"        a bar fed by server-sent events; data-next="URL" where to go after
//   data-manuscript            the editor (editor.js says what it reads)
//   data-calendar="URL"        a calendar whose data-moves posts can be dragged (calendar.js)
//   data-clip                  the page that makes clips of a video (clip.js)
//   data-curve="URL"           a curve of numbers (curve.js)
//   data-uploads="URL"         a form whose files go in pieces (upload.js)
//   data-intake="URL"          a page that takes files anywhere (intake.js); data-shelf, data-chosen (shelf.js)
//   data-parts / data-shows    tabs of a page's parts on a phone
//   data-copy="text"           a button that copies
import { wakeDialogs } from "./dialogs.js";
import { wakeKeys } from "./keys.js";
import { wakeMenus } from "./menus.js";
import { wakeProgress } from "./progress.js";
import { wakeTheme } from "./theme.js";
import { wakeToasts } from "./toasts.js";
import { wakeForms } from "./forms.js";
import { wakeKeep } from "./keep.js";

wakeTheme();
wakeDialogs();
wakeMenus();
wakeKeys();
wakeToasts();
wakeForms();
wakeKeep();
wakeProgress(document);
document.addEventListener("htmx:load", (event) => wakeProgress(event.target));
