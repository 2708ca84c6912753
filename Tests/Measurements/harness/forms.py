"""The forms and links that a page shows."""

from html.parser import HTMLParser


class Field:
    """All inputs of one name: what is filled in at first, and what may be chosen."""

    def __init__(self, name, kind):
        self.name = name
        self.kind = kind  # text, hidden, password, textarea, radio, checkbox, select, …
        self.options = []
        self.values = []


class Form:
    def __init__(self, action, method):
        self.action = action
        self.method = method
        self.fields = {}
        self.buttons = []  # (name, value)

    def filled(self, typed, button=None):
        """The pairs that a browser would send; raises KeyError for what the form does not ask for."""
        values = {field.name: field.values for field in self.fields.values()}
        for name, value in typed.items():
            if name not in values:
                raise KeyError(f"the form {self.action} has no field {name}; it has {sorted(values)}")
            values[name] = value if isinstance(value, list) else [value]
        pairs = [(name, value) for name, several in values.items() for value in several]
        if button is not None:
            if button not in self.buttons:
                raise KeyError(f"the form {self.action} has no button {button}; it has {self.buttons}")
            pairs.append(button)
        return pairs


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.forms, self.links = [], []
        self._form = self._select = self._area = None
        self.feed(html)
        self.close()

    def form(self, action, having=None):
        """The form with an action, or the one of several that has a certain field."""
        for form in self.forms:
            if form.action == action and (having is None or having in form.fields):
                return form
        raise KeyError(f"no form {action} having {having}; there are {[form.action for form in self.forms]}")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        elif tag == "form":
            self._form = Form(given.get("action") or "", (given.get("method") or "get").lower())
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input" and name:
            self._input(name, (given.get("type") or "text").lower(), given)
        elif tag == "select" and name:
            self._select = self._field(name, "select")
        elif tag == "option" and self._select is not None:
            self._select.options.append(given.get("value") or "")
            if "selected" in given or len(self._select.options) == 1:
                self._select.values = [given.get("value") or ""]
        elif tag == "textarea" and name:
            self._area = self._field(name, "textarea")
            self._area.values = [""]
        elif tag == "button" and name:
            self._form.buttons.append((name, given.get("value") or ""))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data):
        if self._area is not None:
            self._area.values = [self._area.values[0] + data]

    def _input(self, name, kind, given):
        field = self._field(name, kind)
        value = given.get("value") or ""
        if kind in ("radio", "checkbox"):
            field.options.append(value)
            if "checked" in given:
                field.values.append(value)
        elif kind != "submit":
            field.values.append(value)

    def _field(self, name, kind):
        return self._form.fields.setdefault(name, Field(name, kind))
