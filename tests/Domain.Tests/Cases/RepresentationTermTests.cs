using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>A daughter acts for her mother on a letter: she gives it up, its last day comes near, is over and is noted, or another letter is seen.</summary>
public sealed class RepresentationTermTests
{
    private const string Daughter = Town.Owner;
    private const string Mother = "resident:mother";

    private static readonly DateOnly Today = BeijingTime.DayOf(Town.Start);
    private static readonly DateOnly Last = Today.AddDays(30);

    private static readonly SealedRepresentative Letter = new(
        RepresentationBasis.Entrusted, RepresentativeRelation.Daughter, "v1.k.rn", "李*", "v1.k.ri", "daughters-hash", "370982********0024", "v1.k.rp", "139****0000", Last);

    private static readonly SealedRepresentative Parent = Letter with { Basis = RepresentationBasis.Parent, Relation = RepresentativeRelation.Parent, EndsOfAge = true };

    [Fact]
    public void Who_was_entrusted_gives_it_up_once_and_without_a_reason()
    {
        var ended = Acting().After(CaseDecisions.RenounceRepresentation(Acting().Case, Daughter, Town.Start));

        Assert.Equal(new RepresentationEnding(Today, RepresentationEndCause.Renounced), ended.Case.Representation!.EndingOn(Today));
        Assert.Equal(("李*", "张*"), (ended.Journal[^1].Actor.Name, ended.Journal[^1].Actor.OnBehalfOf!.Name));
        CaseDecisions.RenounceRepresentation(ended.Case, Daughter, Town.Start).Brings();
    }

    [Fact]
    public void A_parent_or_guardian_does_not_walk_away()
    {
        CaseDecisions.RenounceRepresentation(Acting(Parent).Case, Daughter, Town.Start).IsRefused(RefusalReason.BoundByLaw);
        CaseDecisions.RenounceRepresentation(Acting(Letter with { Basis = RepresentationBasis.Guardian, Until = null }).Case, Daughter, Town.Start).IsRefused(RefusalReason.BoundByLaw);
    }

    [Fact]
    public void Nobody_gives_up_what_is_anothers()
    {
        var with = Acting().After(CaseDecisions.MoveTo(Acting().Case, Mother, Town.Start));

        CaseDecisions.RenounceRepresentation(with.Case, Mother, Town.Start).IsRefused(RefusalReason.NotYours);
        CaseDecisions.RenounceRepresentation(with.Case, Daughter, Town.Start).IsRefused(RefusalReason.NotYours);
        CaseDecisions.RenounceRepresentation(Story.Submitted().Case, Town.Owner, Town.Start).IsRefused(RefusalReason.NotYours);
    }

    [Fact]
    public void It_is_given_up_when_the_case_is_over_too()
    {
        var closed = Acting().With(Actor.System, new Closed());

        Assert.False(closed.After(CaseDecisions.RenounceRepresentation(closed.Case, Daughter, Town.Start)).Case.IsRepresentedOn(Today));
    }

    [Fact]
    public void A_week_before_its_last_day_who_acts_is_reminded_once()
    {
        Assert.DoesNotContain(Acting().Advance(On(Last.AddDays(-8))).Journal, entry => entry.Event is RepresentationEndsSoon);

        var reminded = Acting().Advance(On(Last.AddDays(-7)));
        Assert.Equal(new RepresentationEndsSoon(Last), Assert.Single(reminded.Journal, entry => entry.Event is RepresentationEndsSoon).Event);
        Assert.Single(reminded.Advance(On(Last)).Journal, entry => entry.Event is RepresentationEndsSoon);
    }

    [Fact]
    public void On_its_last_day_nothing_is_over_and_on_the_next_it_is_noted_once()
    {
        Assert.DoesNotContain(Acting().Advance(On(Last)).Journal, entry => entry.Event is RepresentationEnded);

        var over = Acting().Advance(On(Last.AddDays(1)));
        Assert.Equal(new RepresentationEnded(RepresentationEndCause.Date), Assert.Single(over.Journal, entry => entry.Event is RepresentationEnded).Event);
        Assert.Equal(Actor.System, over.Journal.Single(entry => entry.Event is RepresentationEnded).Actor);
        Assert.Single(over.Advance(On(Last.AddDays(2))).Journal, entry => entry.Event is RepresentationEnded);
    }

    [Fact]
    public void Noted_late_it_was_over_on_the_day_all_the_same()
    {
        var late = Acting().Advance(On(Last.AddDays(9))).Case.Representation!;

        Assert.Equal(new RepresentationEnding(Last.AddDays(1), RepresentationEndCause.Date), late.Ended);
        Assert.Equal((true, false), (late.WasInForceOn(Last), late.WasInForceOn(Last.AddDays(1))));
    }

    [Fact]
    public void A_child_who_comes_of_age_is_noted_as_that() =>
        Assert.Equal(RepresentationEndCause.OfAge, Acting(Parent).Advance(On(Last.AddDays(1))).Case.Representation!.Ended!.Why);

    [Fact]
    public void The_clock_rings_a_week_before_and_on_the_morning_after()
    {
        Assert.Equal(BeijingTime.StartOf(Last.AddDays(-7)), RepresentationClock.NextAt(Acting().Case));
        Assert.Equal(BeijingTime.StartOf(Last.AddDays(1)), RepresentationClock.NextAt(Acting().Advance(On(Last.AddDays(-7))).Case));
        Assert.Null(RepresentationClock.NextAt(Acting().Advance(On(Last.AddDays(1))).Case));
        Assert.Null(RepresentationClock.NextAt(Story.Submitted().Case));
        Assert.True(CaseDecisions.NextAlarm(Acting().Case) <= BeijingTime.StartOf(Last.AddDays(-7)));
    }

    [Fact]
    public void Of_a_few_days_nobody_is_reminded() => Assert.DoesNotContain(
        Acting(Letter with { Until = Today.AddDays(7) }).Advance(On(Today.AddDays(7))).Journal, entry => entry.Event is RepresentationEndsSoon);

    [Fact]
    public void What_the_person_ended_the_clock_does_not_end_again()
    {
        var with = Acting().After(CaseDecisions.MoveTo(Acting().Case, Mother, Town.Start));
        var ended = with.After(CaseDecisions.RevokeRepresentation(with.Case, Mother, Town.Start)).Advance(On(Last.AddDays(1)));

        Assert.Equal(RepresentationEndCause.Person, ended.Case.Representation!.Ended!.Why);
        Assert.Single(ended.Journal, entry => entry.Event is RepresentationEnded or RepresentationEndsSoon);
    }

    [Fact]
    public void An_officer_who_saw_a_later_letter_notes_it_once_and_who_acts_is_reminded_of_that_day()
    {
        var later = Last.AddDays(60);
        var prolonged = Acting().Advance(On(Last.AddDays(-7)));
        prolonged = prolonged.After(CaseDecisions.ProlongRepresentation(prolonged.Case, later, true, Town.Officer, prolonged.Now));

        Assert.Equal(later, prolonged.Case.Representation!.Who.Until);
        CaseDecisions.ProlongRepresentation(prolonged.Case, later, true, Town.BureauOfficer, prolonged.Now).Brings();
        Assert.DoesNotContain(prolonged.Advance(On(Last.AddDays(1))).Journal, entry => entry.Event is RepresentationEnded);
        Assert.Equal([Last, later], prolonged.Advance(On(later.AddDays(-7))).Journal.Select(entry => entry.Event).OfType<RepresentationEndsSoon>().Select(soon => soon.Until));
    }

    [Fact]
    public void Who_goes_on_for_a_few_days_is_not_told_in_the_same_breath_that_they_end()
    {
        var acting = Acting().Advance(On(Last.AddDays(-3)));
        var prolonged = acting.After(CaseDecisions.ProlongRepresentation(acting.Case, Last.AddDays(3), true, Town.Officer, acting.Now));

        Assert.Equal([Last], prolonged.Advance(On(Last.AddDays(3))).Journal.Select(entry => entry.Event).OfType<RepresentationEndsSoon>().Select(soon => soon.Until));
    }

    [Fact]
    public void A_letter_that_comes_when_the_first_is_over_counts_from_the_day_on_which_it_was_seen()
    {
        var over = Acting().Advance(On(Last.AddDays(3)));
        var again = over.After(CaseDecisions.ProlongRepresentation(over.Case, Last.AddDays(60), true, Town.Officer, over.Now)).Case.Representation!;

        Assert.True(again.IsInForceOn(Last.AddDays(3)));
        Assert.Equal((true, false, false, true), (again.WasInForceOn(Last), again.WasInForceOn(Last.AddDays(1)), again.WasInForceOn(Last.AddDays(2)), again.WasInForceOn(Last.AddDays(3))));
    }

    [Fact]
    public void What_was_taken_back_given_up_or_ended_by_the_office_no_letter_brings_back()
    {
        var renounced = Acting().After(CaseDecisions.RenounceRepresentation(Acting().Case, Daughter, Town.Start));
        var noted = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));

        Assert.All((Case[])[renounced.Case, noted.Case], ended => Prolong(ended, Last.AddDays(9)).IsRefused(RefusalReason.NotRepresented));
    }

    [Fact]
    public void A_later_letter_is_later_a_year_at_most_and_was_seen()
    {
        Prolong(Acting().Case, Last.AddDays(-1)).IsRefused(RefusalReason.ActingTermNotLater);
        Prolong(Acting().Case, Today.AddYears(1).AddDays(1)).IsRefused(RefusalReason.ActingTermOutOfRange);
        Prolong(Acting().Case, null).IsRefused(RefusalReason.ActingTermOutOfRange);
        CaseDecisions.ProlongRepresentation(Acting().Case, Last.AddDays(9), false, Town.Officer, Town.Start).IsRefused(RefusalReason.LetterNotSeen);
        Prolong(Acting(Parent).Case, Last.AddDays(9)).IsRefused(RefusalReason.NotByLetter);
        Prolong(Story.Submitted().Case, Last.AddDays(9)).IsRefused(RefusalReason.NotRepresented);
    }

    [Fact]
    public void An_officer_of_elsewhere_an_agent_or_a_relative_notes_no_letter()
    {
        var kin = Acting().With(Actor.System, new RelativeDeclared("翟敏", RelativeSource.Detected, Staff: Town.Officer.Participant));

        CaseDecisions.ProlongRepresentation(Acting().Case, Last.AddDays(9), true, Town.OtherOfficer, Town.Start).IsRefused(RefusalReason.NotYours);
        CaseDecisions.ProlongRepresentation(Acting().Case, Last.AddDays(9), true, Town.Agent, Town.Start).IsRefused(RefusalReason.NotYours);
        Prolong(kin.Case, Last.AddDays(9)).IsRefused(RefusalReason.RelatedToHousehold);
        Assert.Equal((true, false, false), (May(Acting().Case), May(kin.Case), May(Acting(Parent).Case)));
    }

    private static bool May(Case current) => CaseDecisions.MayProlongRepresentation(current, Town.Officer, Today);

    private static Decision Prolong(Case current, DateOnly? until) => CaseDecisions.ProlongRepresentation(current, until, true, Town.Officer, Town.Start);

    private static Story Acting(SealedRepresentative? who = null) =>
        new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application with { Representative = who ?? Letter }, false, Town.Procedure, Town.Calendar, Town.Start)).Go();

    private static DateTimeOffset On(DateOnly day) => BeijingTime.StartOf(day);
}
