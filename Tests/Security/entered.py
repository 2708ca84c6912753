"""Opens, corrects and refuses as those who may be shown numbers, and looks whether each that was shown in full, and was
not typed by themselves, has left its entry (ACC-5, ACC-8)."""

from ground import reading
from hand import fresh_id
from sight import PHONE, Sight

#: Addresses of customers' numbers, and forms that are refused for what is wrong in them and shown again.
OPENED = ["/customers/{c}", "/customers/{c}/edit", "/work-orders/new?project={p}", "/issues/new?customer={c}",
          "/projects/{p}", "/follow-ups?q={c}", "/customers", "/enquiries", "/enquiries/1", "/customers/new?enquiry=1",
          "/work-orders/2", "/visits/1", "/visits/{v}", "/issues/3", "/today", "/follow-ups/{f}", "/follow-ups/{f}/sheet"]
REFUSED = [("/customers/{c}", {"version": "1"}), ("/customers/{c}", "stale"),
           ("/customers/{c}", {"version": "1", "add-row": "phones"}),
           ("/projects/{p}", {"version": "0"}), ("/work-orders", {"project": "{p}"}), ("/issues", {"customer": "{c}"}),
           ("/follow-ups/{f}/sheet", {"version": "0"}), ("/follow-ups/{f}/attempts", {}),
           ("/enquiries/1/steps/answer", {}), ("/customers?enquiry=1", {}), ("/work-orders/2/refusal", {}), ("/visits/1/appointments", {}),
           ("/visits/{v}/report/arrival", {})]
STALE = [("version", "0"), ("name", "王"), ("phones.0.number", "19900000001"), ("known-by", "2"), ("known-by", "3"),
         ("form-of-address", "mr"), ("grade", "A")]
#: Whose number an entry is about, by what it names.
ABOUT = """
    SELECT 1 FROM audit_entry e WHERE e.action = 'phone-shown' AND e.member_id = :member AND (
        (subject_kind = 'customer' AND subject_id IN (SELECT customer_id FROM customer_phone WHERE digits = :number))
        OR (subject_kind = 'enquiry' AND subject_id IN (SELECT id FROM enquiry WHERE phone = :number))
        OR (project_id IN (SELECT p.id FROM project p JOIN customer_phone t USING (customer_id) WHERE digits = :number)))"""


class Entered:
    def __init__(self, ground, few):
        self.ground, self.few, self.sight = ground, few, Sight(ground)
        self.ways_in, self.shown, self.with_entry = [], 0, 0

    def run(self, figures):
        sample = [self.ground.random.randint(1, 40) for _ in range(2 if self.few else 25)]
        for who in ("agent", "admin", "manager", "technician"):
            for number in sample:
                # Refused forms first, as what is opened leaves an entry that would cover them.
                for path, typed in REFUSED:
                    self._look(who, *self._post(who, self._about(path, number), typed, number))
                for path in OPENED:
                    path = self._about(path, number)
                    self._look(who, path, self.ground.hand(who).get(path), "")
        figures.tried("numbers shown in full", self.shown, 10)
        figures.proof("one with its entry, were the entry not there", self.with_entry > 0)
        figures.ways_in("by numbers that left no entry", sorted(set(self.ways_in)))

    def _about(self, text, number):
        project = self.ground.number("SELECT min(id) FROM project WHERE customer_id = ?", number) or 1
        return text.format(c=number, p=project, v=self.ground.visit, f=self.ground.call)

    def _post(self, who, path, typed, number):
        pairs = STALE if typed == "stale" else [(name, self._about(value, number)) for name, value in typed.items()]
        said = "an old version" if typed == "stale" else str(pairs)
        return path, self.ground.hand(who).post(path, [("submission", fresh_id()), *pairs]), said

    def _look(self, who, path, answer, typed):
        for number in self.sight.phones & set(PHONE.findall(answer.text)):
            if number in typed:
                continue
            self.shown += 1
            if self._has_entry(who, number):
                self.with_entry += 1
            else:
                self.ways_in.append(f"{who}: {path}{' with ' + typed if typed else ''} shows a number: {answer.status}")

    def _has_entry(self, who, number):
        with reading(self.ground.company.database) as database:
            return database.execute(ABOUT, {"member": self.ground.ids[who], "number": number}).fetchone()
