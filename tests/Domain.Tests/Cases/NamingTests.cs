using OneVisit.Domain.Authority;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>A mother who applied herself lets her daughter go on; or the township notes who acts from now on. One may follow another, and what each was stays.</summary>
public sealed class NamingTests
{
    private const string Mother = Town.Owner;
    private const string Daughter = "resident:daughter";
    private const string Brother = "resident:brother";
    private const string Reason = "本人来窗口，交了签好的委托书";

    private static readonly DateOnly Today = BeijingTime.DayOf(Town.Start);

    private static readonly SealedRepresentative Entrusted = new(
        RepresentationBasis.Entrusted, RepresentativeRelation.Daughter, "v1.k.rn", "李*", "v1.k.ri", "daughters-hash", "370982********0024", "v1.k.rp", "139****0000", Today.AddDays(60));

    private static readonly SealedRepresentative ByBrother = Entrusted with
    {
        Relation = RepresentativeRelation.Sibling, NameMasked = "孙*", IdHash = "brothers-hash", PhoneMasked = "137****0000", Until = Today.AddDays(90),
    };

    private static readonly SealedRepresentative Guardian = Entrusted with { Basis = RepresentationBasis.Guardian, Until = null };

    [Fact]
    public void The_person_names_somebody_once()
    {
        var named = Named();

        Assert.Equal((true, Today, "李*"), (named.Case.IsRepresentedOn(Today), named.Case.Representation!.From, named.Case.Representation.Who.NameMasked));
        Assert.Equal(Mother, named.Journal[^1].Actor.Participant);
        CaseDecisions.NameRepresentative(named.Case, Wish(Entrusted), Mother, Town.Start).Brings();
    }

    [Fact]
    public void The_case_stays_with_the_person_until_who_was_named_has_proven_who_they_are()
    {
        var named = Named();
        Assert.Equal((Mother, false, Relation.Owner), (named.Case.Participant, named.Case.IsWithRepresentative, StandingOf(Mother, named.Case)));

        var taken = named.After(CaseDecisions.MoveTo(named.Case, Daughter, Town.Start, asRepresentative: true));
        Assert.Equal((Daughter, true, Relation.Representative, Relation.FormerOwner), (taken.Case.Participant, taken.Case.IsWithRepresentative, StandingOf(Daughter, taken.Case), StandingOf(Mother, taken.Case)));
        Assert.Equal(Mother, Assert.IsType<TakenOver>(taken.Journal[^1].Event).From);
    }

    [Fact]
    public void The_person_takes_it_back_before_anybody_has_come_and_it_never_opens()
    {
        var ended = Named().After(CaseDecisions.RevokeRepresentation(Named().Case, Mother, Town.Start));

        CaseDecisions.MoveTo(ended.Case, Daughter, Town.Start, asRepresentative: true).IsRefused(RefusalReason.NotYours);
        Assert.Equal((false, false), (ended.Case.IsRepresentedOn(Today), ended.Case.IsCutOffOn(Today)));
    }

    [Fact]
    public void Nobody_but_the_person_names_somebody()
    {
        Name(Applied().Case, participant: Daughter).IsRefused(RefusalReason.NotYours);
        Name(Acting().Case).IsRefused(RefusalReason.OnlyThePerson);
        Name(Applied().Case, Guardian).IsRefused(RefusalReason.NamedByLetterOnly);
    }

    [Fact]
    public void One_acts_at_a_time() => Name(Named().Case, ByBrother).IsRefused(RefusalReason.ActedForAlready);

    [Fact]
    public void What_only_the_person_does_nobody_is_named_for()
    {
        CaseDecisions.NameRepresentative(Applied().Case, Wish(Entrusted) with { IsInPerson = true }, Mother, Town.Start).IsRefused(RefusalReason.OnlyInPerson);
        CaseDecisions.NoteRepresentation(Applied().Case, Seen(Guardian) with { IsInPerson = true }, Town.Officer, Town.Start).IsRefused(RefusalReason.OnlyInPerson);
        Assert.False(CaseDecisions.MayNameRepresentative(Applied().Case, isInPerson: true, Today));
    }

    [Fact]
    public void Who_works_on_the_case_is_not_named_in_it() =>
        CaseDecisions.NameRepresentative(Applied().Case, Wish(Entrusted) with { WorksOnCase = true }, Mother, Town.Start).IsRefused(RefusalReason.WorksOnCase);

    [Fact]
    public void Who_works_for_an_office_elsewhere_keeps_out_of_what_is_judged_from_then_on()
    {
        var kin = new RelativeDeclared("周平", RelativeSource.Detected, Staff: Town.OtherOfficer.Participant);
        var named = Applied().After(CaseDecisions.NameRepresentative(Applied().Case, Wish(Entrusted) with { Kin = kin }, Mother, Town.Start));

        Assert.True(named.Case.IsRelated(Town.OtherOfficer.Participant));
    }

    [Fact]
    public void With_a_mandate_in_force_nobody_is_entrusted_besides_and_a_guardian_is()
    {
        var mandated = Story.Submitted().Case;

        Name(mandated).IsRefused(RefusalReason.MandateInTheWay);
        CaseDecisions.NoteRepresentation(mandated, Seen(Entrusted), Town.Officer, Town.Start).IsRefused(RefusalReason.MandateInTheWay);
        Assert.IsType<Decision.Accepted>(CaseDecisions.NoteRepresentation(mandated, Seen(Guardian), Town.Officer, Town.Start));
        Assert.False(CaseDecisions.MayNameRepresentative(mandated, isInPerson: false, Today));
    }

    [Fact]
    public void When_the_mandate_was_taken_back_somebody_is_named_and_no_agent_comes_besides()
    {
        var revoked = Story.Submitted().After(CaseDecisions.RevokeMandate(Story.Submitted().Case, Mother, Town.Start));
        var named = revoked.After(Name(revoked.Case));

        CaseDecisions.GrantMandate(named.Case, Mother, Town.Start).IsRefused(RefusalReason.EntrustedAlready);
    }

    [Fact]
    public void A_letter_that_is_told_of_is_among_the_papers_of_the_case()
    {
        CaseDecisions.NameRepresentative(Applied().Case, Wish(Entrusted) with { DocumentId = "elsewhere" }, Mother, Town.Start).IsRefused(RefusalReason.LetterUnknown);

        var sent = Applied().After(CaseDecisions.AddDocument(Applied().Case, new DocumentAdded("letter", FilledForms.Mandate, "image/jpeg", 5), Mother));
        var named = sent.After(CaseDecisions.NameRepresentative(sent.Case, Wish(Entrusted) with { DocumentId = "letter" }, Mother, Town.Start)).Case;
        Assert.True(named.IsShown(named.Representation!.Named!, FilledForms.Mandate));
    }

    [Fact]
    public void A_letter_that_was_there_for_another_shows_nothing_and_one_that_comes_afterwards_does()
    {
        var before = Applied().After(CaseDecisions.AddDocument(Applied().Case, new DocumentAdded("old", FilledForms.Mandate, "image/jpeg", 5), Mother));
        var named = new Story(before.Journal, Town.Start.AddHours(1)).After(Name(before.Case));
        Assert.False(IsShown(named.Case));

        Assert.True(IsShown(named.After(CaseDecisions.AddDocument(named.Case, new DocumentAdded("letter", FilledForms.Mandate, "image/jpeg", 5), Mother)).Case));
        Assert.False(IsShown(named.With(named.Case.Speaker, new DocumentAdded("form", FilledForms.Mandate, "application/pdf", 5, "content")).Case));
    }

    [Fact]
    public void An_officer_who_saw_it_notes_who_acts_and_says_why()
    {
        CaseDecisions.NoteRepresentation(Applied().Case, Seen(Guardian) with { EvidenceSeen = false }, Town.Officer, Town.Start).IsRefused(RefusalReason.EvidenceNotSeen);
        CaseDecisions.NoteRepresentation(Applied().Case, Seen(Guardian) with { Reason = "好" }, Town.Officer, Town.Start).IsRefused(RefusalReason.ReasonRequired);
        CaseDecisions.NoteRepresentation(Applied().Case, Seen(Guardian), Town.OtherOfficer, Town.Start).IsRefused(RefusalReason.NotYours);
        CaseDecisions.NoteRepresentation(Applied().Case, Seen(Guardian), Town.Agent, Town.Start).IsRefused(RefusalReason.NotYours);

        var noted = Noted(Applied(), Guardian);
        Assert.True(noted.Case.IsShown(noted.Case.Representation!.Named!, "M15"));
        CaseDecisions.NoteRepresentation(noted.Case, Seen(Guardian), Town.BureauOfficer, Town.Start).Brings();
    }

    [Fact]
    public void Who_is_related_to_the_household_notes_nobody()
    {
        var kin = Applied().With(Actor.System, new RelativeDeclared("翟敏", RelativeSource.Detected, Staff: Town.Officer.Participant));

        CaseDecisions.NoteRepresentation(kin.Case, Seen(Guardian), Town.Officer, Town.Start).IsRefused(RefusalReason.RelatedToHousehold);
        Assert.Equal((true, false), (May(Applied().Case), May(kin.Case)));
    }

    [Fact]
    public void In_a_closed_case_the_office_notes_it_as_long_as_something_is_drawn()
    {
        var (drawn, over) = (Story.Closed.With(Actor.System, new BenefitStarted(Today, new Money(1620), null, null)), Story.Closed);
        var stopped = drawn.With(Actor.System, new BenefitStopped("FH1", BenefitCause.Change, drawn.Now is var now ? BeijingTime.DayOf(now) : Today, "搬走了"));

        Assert.IsType<Decision.Accepted>(CaseDecisions.NoteRepresentation(drawn.Case, Seen(Guardian), Town.Officer, drawn.Now));
        CaseDecisions.NoteRepresentation(stopped.Case, Seen(Guardian), Town.Officer, stopped.Now).IsRefused(RefusalReason.CaseClosed);
        CaseDecisions.NameRepresentative(over.Case, Wish(Entrusted), Mother, over.Now).IsRefused(RefusalReason.CaseClosed);
    }

    [Fact]
    public void Who_acted_before_gets_nothing_back_by_who_is_named_after_them()
    {
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));
        var noted = Noted(ended, ByBrother).Case;

        Assert.Equal((true, true, false), (noted.IsRepresentedOn(Today), noted.IsCutOffOn(Today), noted.IsWithRepresentative));
        Assert.Equal(Relation.FormerOwner, StandingOf(Mother, noted));
        Assert.True(noted.HasNobodyToTellOn(Today));
        Assert.Equal(RepresentationEndCause.Office, noted.Holding!.EndingOn(Today)!.Why);
    }

    [Fact]
    public void On_the_telephone_of_who_acted_before_the_person_or_who_acts_now_comes_in_by_a_proof_of_their_own()
    {
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));
        var noted = Noted(ended, ByBrother);

        var person = noted.After(CaseDecisions.MoveTo(noted.Case, Mother, Town.Start));
        Assert.Equal((Relation.Owner, null), (StandingOf(Mother, person.Case), Assert.IsType<TakenOver>(person.Journal[^1].Event).From));
        var brother = noted.After(CaseDecisions.MoveTo(noted.Case, Brother, Town.Start, asRepresentative: true));
        Assert.Equal((Relation.Representative, null), (StandingOf(Brother, brother.Case), Assert.IsType<TakenOver>(brother.Journal[^1].Event).From));
    }

    [Fact]
    public void Each_of_several_is_told_by_the_days_on_which_they_acted()
    {
        var renounced = new Story(Acting().Journal, Town.Start.AddDays(10)) is var later ? later.After(CaseDecisions.RenounceRepresentation(later.Case, Mother, later.Now)) : null!;
        var after = new Story(renounced.Journal, Town.Start.AddDays(20)) is var then ? Noted(then, ByBrother, then.Now) : null!;

        Assert.Equal(["李*", "孙*"], after.Case.Representations.Select(one => one.Who.NameMasked));
        Assert.Equal(("李*", null, "孙*"), (After(0)?.Who.NameMasked, After(15)?.Who.NameMasked, After(20)?.Who.NameMasked));
        Assert.Equal(["hash", "daughters-hash", "brothers-hash"], after.Case.Everybody.Select(person => person.Text));

        Representation? After(int days) => after.Case.ActedOn(Today.AddDays(days));
    }

    [Fact]
    public void A_telephone_that_is_replaced_is_that_of_who_acts_now()
    {
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));
        var noted = Noted(ended, ByBrother);
        var replaced = noted.After(CaseDecisions.ReplacePhone(noted.Case, new PhoneWish("v1.k.new", "136****1111", true, "手机丢了，本人到窗口") { OfRepresentative = true }, Town.Officer, Town.Start)).Case;

        Assert.Equal(["139****0000", "136****1111"], replaced.Representations.Select(one => one.Who.PhoneMasked));
    }

    [Fact]
    public void The_clock_goes_by_the_day_of_who_was_named_last()
    {
        var renounced = Acting().After(CaseDecisions.RenounceRepresentation(Acting().Case, Mother, Town.Start));
        var noted = Noted(renounced, ByBrother);

        Assert.Equal(BeijingTime.StartOf(Today.AddDays(83)), RepresentationClock.NextAt(noted.Case));
        var over = noted.Advance(BeijingTime.StartOf(Today.AddDays(91)));
        Assert.Equal([RepresentationEndCause.Renounced, RepresentationEndCause.Date], over.Journal.Select(entry => entry.Event).OfType<RepresentationEnded>().Select(end => end.By));
    }

    [Fact]
    public void A_day_that_was_over_and_not_yet_noted_is_over_for_the_first_alone()
    {
        var past = new Story(Acting().Journal, Town.Start.AddDays(70)) is var then ? Noted(then, ByBrother, then.Now).Case : null!;

        Assert.Equal(new RepresentationEnding(Today.AddDays(61), RepresentationEndCause.Date), past.EarlierRepresentations[0].Ended);
        Assert.True(past.IsRepresentedOn(Today.AddDays(70)));
    }

    [Fact]
    public void The_letter_on_the_list_is_waited_for_no_longer_when_who_applied_with_it_acts_no_more()
    {
        var ended = Acting().After(CaseDecisions.RenounceRepresentation(Acting().Case, Mother, Town.Start));

        Assert.True(Noted(ended, ByBrother).Case.IsOverWithLetter(FilledForms.Mandate, Today));
        Assert.False(Named().Case.IsOverWithLetter(FilledForms.Mandate, Today));
    }

    private static bool IsShown(Case current) => current.IsShown(current.Representation!.Named!, FilledForms.Mandate);

    private static bool May(Case current) => CaseDecisions.MayNoteRepresentation(current, false, Town.Officer, Today);

    private static NamingWish Wish(SealedRepresentative who) => new(who, IsInPerson: false, WorksOnCase: false);

    private static NamingWish Seen(SealedRepresentative who) => Wish(who) with { EvidenceSeen = true, Reason = Reason };

    private static Decision Name(Case current, SealedRepresentative? who = null, string participant = Mother) => CaseDecisions.NameRepresentative(current, Wish(who ?? Entrusted), participant, Town.Start);

    private static Story Noted(Story story, SealedRepresentative who, DateTimeOffset? at = null) => story.After(CaseDecisions.NoteRepresentation(story.Case, Seen(who), Town.Officer, at ?? Town.Start));

    private static Story Applied() => Story.Submitted(false);

    private static Story Named() => Applied().After(Name(Applied().Case));

    // The daughter applied, so that the case lies in her conversation.
    private static Story Acting() =>
        new Story([], Town.Start).After(CaseDecisions.Submit(Town.Application with { Representative = Entrusted }, false, Town.Procedure, Town.Calendar, Town.Start)).Go();

    private static Relation StandingOf(string resident, Case current, DateOnly? day = null) => Assert.Single(Footing.Of(resident, current, day ?? Today).Standings).Relation;
}
