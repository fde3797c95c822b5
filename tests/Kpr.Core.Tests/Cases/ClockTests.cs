using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Calendar;
using Kpr.Core.Cases.Clocks;

namespace Kpr.Core.Tests.Cases;

public sealed class ClockTests
{
    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260906UL, 17UL);

    private static readonly Gen<Case> Cases =
        from start in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber).Select(DateOnly.FromDayNumber)
        from unit in Gen.Elements(Enum.GetValues<TermUnit>())
        from count in Gen.Choose(1, 60)
        from gaps in Gen.Choose(0, 20).ArrayOf(6)
        from holds in Gen.Choose(0, 3)
        from extra in Gen.Choose(0, 30)
        from calendar in Gen.Elements<WorkingCalendar>([.. WorkingCalendar.All])
        select new Case(start, new Term(unit, count), [.. gaps.Take(2 * holds)], extra, calendar);

    [Fact]
    public void An_extension_never_makes_it_earlier() => Holds(given =>
        given.Clock().Add(Row(ClockAct.Extended, given.Start, given.Term with { Count = given.Extra })).Due >= given.Clock().Due);

    [Fact]
    public void A_hold_never_makes_it_earlier() => Holds(given => given.Clock().Due >= (given with { Gaps = [] }).Clock().Due);

    [Fact]
    public void The_running_stretches_of_a_term_of_working_days_add_up_to_the_term() => Holds(given =>
    {
        var clock = (given with { Term = Term.WorkingDays(given.Term.Count) }).Clock();
        return clock.ElapsedOn(clock.Due!.Value) == given.Term.Count && clock.ElapsedOn(clock.Due.Value.AddDays(-1)) == given.Term.Count - 1;
    });

    [Fact]
    public void Elapsed_days_never_fall_and_stand_still_while_held() => Holds(given =>
    {
        var clock = given.Clock();
        return Enumerable.Range(0, 120).All(i => clock.ElapsedOn(given.Start.AddDays(i + 1)) >= clock.ElapsedOn(given.Start.AddDays(i)))
            && clock.Rows.Zip(clock.Rows.Skip(1)).Where(pair => pair.First.Act == ClockAct.Paused)
                .All(pair => clock.ElapsedOn(pair.First.On) == clock.ElapsedOn(pair.Second.On));
    });

    [Fact]
    public void It_ends_on_no_day_off_and_by_either_calendar_after_its_start() => Holds(given =>
        given.Clock().Due is { } due && due > given.Start && given.Clock().AlternativeDue > given.Start
        && (given.Term.Unit == TermUnit.WorkingDays ? given.Calendar : WorkingCalendar.MondayToFriday).IsWorkingDay(due));

    [Fact]
    public void A_restart_forgets_what_was_before() => Holds(given =>
    {
        var anew = given.Start.AddDays(200);
        return given.Clock().Add(Row(ClockAct.Restarted, anew, given.Term, given.Calendar)).Due
            == (given with { Start = anew, Gaps = [] }).Clock().Due;
    });

    [Fact]
    public void Without_holds_it_is_what_kpr_due_says() => Holds(given =>
        (given with { Gaps = [] }).Clock().Due == Deadline.Of(given.Start, given.Term, given.Calendar).Due);

    [Fact]
    public void While_held_it_has_no_last_day_and_after_a_stop_it_keeps_the_one_it_had()
    {
        var clock = new Clock(ClockKind.MakeAvailable, null, [Row(ClockAct.Started, new DateOnly(2026, 9, 1), Term.WorkingDays(30), WorkingCalendar.MondayToFriday)]);
        var due = clock.Due;

        Assert.Null(clock.Add(Row(ClockAct.Paused, new DateOnly(2026, 9, 3))).Due);
        Assert.Equal(due, clock.Add(Row(ClockAct.Stopped, new DateOnly(2026, 9, 3))).Due);
        var restored = clock.Add(Row(ClockAct.Stopped, new DateOnly(2026, 9, 3))).Add(Row(ClockAct.Resumed, new DateOnly(2026, 9, 10)));
        Assert.Equal(ClockStatus.Running, restored.Status);
        Assert.Equal(30, restored.ElapsedOn(restored.Due!.Value));
    }

    [Fact]
    public void A_change_of_calendar_is_a_row_and_the_date_before_is_still_known()
    {
        var clock = new Clock(ClockKind.MakeAvailable, null, [Row(ClockAct.Started, new DateOnly(2026, 9, 1), Term.WorkingDays(30), WorkingCalendar.MondayToFriday)]);
        var other = clock.Add(new ClockRow(ClockAct.Recomputed, new DateOnly(2026, 9, 8), "Ny forståelse av virkedag", "x", Calendar: "mon-sat/1"));

        Assert.Equal((new DateOnly(2026, 10, 13), new DateOnly(2026, 10, 6)), (clock.Due, other.Due));
        Assert.Equal(clock.Due, other.AlternativeDue);
        Assert.Throws<InvalidOperationException>(() => clock.Add(new ClockRow(ClockAct.Recomputed, default, "x", "x", Calendar: "mon-fri/99")).Due);
    }

    [Fact]
    public void A_date_that_was_set_moves_only_forward()
    {
        var clock = new Clock(ClockKind.Permit, null, [new ClockRow(ClockAct.Started, new DateOnly(2026, 9, 1), "x", "x", Until: new DateOnly(2029, 6, 30), Calendar: "mon-fri/1")]);

        Assert.Equal(new DateOnly(2029, 6, 30), clock.Due);
        Assert.Equal(new DateOnly(2031, 6, 29), clock.Add(new ClockRow(ClockAct.Extended, default, "x", "x", Until: new DateOnly(2031, 6, 29))).Due);
        Assert.Equal(new DateOnly(2029, 6, 30), clock.Add(new ClockRow(ClockAct.Extended, default, "x", "x", Until: new DateOnly(2027, 1, 1))).Due);
    }

    [Fact]
    public void Why_this_date_is_told_in_both_languages()
    {
        var clock = new Clock(ClockKind.MakeAvailable, null,
        [
            new ClockRow(ClockAct.Started, new DateOnly(2026, 3, 2), "Søknaden er komplett", "h", Term.WorkingDays(30), Calendar: "mon-fri/1"),
            new ClockRow(ClockAct.Paused, new DateOnly(2026, 3, 10), "REK-vedtaket mangler", "h"),
            new ClockRow(ClockAct.Resumed, new DateOnly(2026, 3, 17), "REK-vedtaket kom", "h"),
        ]);
        Assert.Equal(
            [
                "Data gjøres tilgjengelige. Kilde: Helseregisterloven § 19 f; R1, R21.",
                "Fristen er 30 virkedager og begynte å løpe 2. mars 2026: Søknaden er komplett.",
                "Fra 10. mars 2026 løp den ikke: REK-vedtaket mangler.",
                "Fra 17. mars 2026 løp den igjen: REK-vedtaket kom.",
                "Siste dag er 23. april 2026 (kalender: mandag–fredag uten helligdager).",
            ],
            ClockExplanation.InNorwegian(clock).Take(5));
        Assert.Contains("2. april (skjærtorsdag)", ClockExplanation.InNorwegian(clock)[5], StringComparison.Ordinal);
        Assert.Equal("Regnet etter mandag–lørdag uten helligdager ville siste dag vært 16. april 2026.", ClockExplanation.InNorwegian(clock)[6]);
        Assert.Contains("The last day is 23 April 2026 (calendar: Monday to Friday without holidays).", ClockExplanation.InEnglish(clock));
        Assert.Contains("held", ClockExplanation.InEnglish(clock.Add(Row(ClockAct.Paused, new DateOnly(2026, 4, 1))))[^1], StringComparison.Ordinal);

        var weeks = new Clock(ClockKind.Appeal, null, [new ClockRow(ClockAct.Started, new DateOnly(2026, 3, 12), "Vedtaket ble fattet", "d", Term.Weeks(3), Calendar: "mon-fri/1")]);
        Assert.Equal("These days do not count: 2. April (Maundy Thursday), 3. April (Good Friday), 4. April (Saturday), 5. April (Easter Sunday), 6. April (Easter Monday).", ClockExplanation.InEnglish(weeks)[^1]);
    }

    private static ClockRow Row(ClockAct act, DateOnly on, Term? term = null, WorkingCalendar? calendar = null) => new(act, on, "x", "x", term, null, calendar?.Key);

    private static void Holds(Func<Case, bool> property) => Prop.ForAll(Cases.ToArbitrary(), property).Check(Seeded);

    private sealed record Case(DateOnly Start, Term Term, int[] Gaps, int Extra, WorkingCalendar Calendar)
    {
        public Clock Clock()
        {
            var clock = new Clock(ClockKind.MakeAvailable, null, [Row(ClockAct.Started, Start, Term, Calendar)]);
            var day = Start;
            for (var i = 0; i < Gaps.Length; i++)
            {
                day = day.AddDays(Gaps[i]);
                clock = clock.Add(Row(i % 2 == 0 ? ClockAct.Paused : ClockAct.Resumed, day));
            }

            return clock;
        }
    }
}
