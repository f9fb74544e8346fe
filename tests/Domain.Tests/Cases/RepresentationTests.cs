using OneVisit.Domain.Authority;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>A daughter acts for her mother: how it begins, who speaks, how it ends, and what nobody can do with it.</summary>
public sealed class RepresentationTests
{
    private const string Daughter = Town.Owner;
    private const string Mother = "resident:mother";

    private static readonly DateOnly Today = BeijingTime.DayOf(Town.Start);

    private static readonly SealedRepresentative Entrusted = new(
        RepresentationBasis.Entrusted, RepresentativeRelation.Daughter, "v1.k.rn", "李*", "v1.k.ri", "daughters-hash", "370982********0024", "v1.k.rp", "139****0000", Today.AddYears(1));

    private static readonly SealedRepresentative Guardian = Entrusted with { Basis = RepresentationBasis.Guardian, Until = null };

    [Fact]
    public void In_journals_from_before_nobody_acts_for_anybody() =>
        Assert.Equal((null, false, false), (Story.Submitted().Case.Representation, Story.Submitted().Case.IsWithRepresentative, Story.Submitted().Case.IsCutOffOn(Today)));

    [Fact]
    public void Who_acts_speaks_in_the_persons_name()
    {
        var speaker = Acting().Case.Speaker;

        Assert.Equal((Daughter, "李*", "张*"), (speaker.Participant, speaker.Name, speaker.OnBehalfOf!.Name));
        Assert.Equal(speaker, Acting().Journal[0].Actor);
    }

    [Fact]
    public void They_stand_to_the_case_as_who_acts_for_its_applicant_and_not_as_its_owner() => Assert.Equal(Relation.Representative, StandingOf(Daughter, Acting().Case));

    [Fact]
    public void Who_was_entrusted_gives_no_mandate_to_an_agent()
    {
        CaseDecisions.Submit(By(Entrusted), true, Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.EntrustedAlready);
        CaseDecisions.GrantMandate(Acting().Case, Daughter, Town.Start).IsRefused(RefusalReason.EntrustedAlready);
        CaseDecisions.GrantMandate(WithMother(Acting()).Case, Mother, Town.Start).IsRefused(RefusalReason.EntrustedAlready);
    }

    [Fact]
    public void Who_was_entrusted_promises_nothing_in_place_of_a_paper() => CaseDecisions.Submit(
        By(Entrusted) with { Materials = [new("M07", false, ByCommitment: true)] }, false, Town.Procedure, Town.Calendar, Town.Start).IsRefused(RefusalReason.NeverPutOff);

    [Fact]
    public void A_guardian_may_do_both()
    {
        var given = CaseDecisions.Submit(By(Guardian) with { Materials = [new("M07", false, ByCommitment: true)] }, true, Town.Procedure, Town.Calendar, Town.Start);

        Assert.Contains(Assert.IsType<Decision.Accepted>(given).Events, happened => happened is MandateGranted);
    }

    [Fact]
    public void The_letter_of_entrusting_is_not_signed_on_the_representatives_screen() => CaseDecisions.SignForm(
        Acting().Case, new DocumentAdded("doc", FilledForms.Mandate, "application/pdf", 5, "content"), Daughter, Town.Start).IsRefused(RefusalReason.EntrustedAlready);

    [Fact]
    public void The_person_takes_the_case_into_their_own_conversation_and_the_other_is_told_that_it_went()
    {
        var with = WithMother(Acting());

        Assert.Equal((Mother, false, true), (with.Case.Participant, with.Case.IsWithRepresentative, with.Case.IsRepresentedOn(Today)));
        Assert.Equal(Daughter, Assert.IsType<TakenOver>(with.Journal[^1].Event).From);
        Assert.Equal((Relation.Owner, Relation.FormerOwner), (StandingOf(Mother, with.Case), StandingOf(Daughter, with.Case)));
    }

    [Fact]
    public void On_one_telephone_for_both_it_is_noted_who_speaks_and_nobody_is_told_that_it_went()
    {
        var moved = Acting().After(CaseDecisions.MoveTo(Acting().Case, Daughter, Town.Start));

        Assert.Equal((false, null), (moved.Case.IsWithRepresentative, Assert.IsType<TakenOver>(moved.Journal[^1].Event).From));
        CaseDecisions.MoveTo(moved.Case, Daughter, Town.Start).Brings();
    }

    [Fact]
    public void As_long_as_they_act_they_get_it_back()
    {
        var with = WithMother(Acting());

        Assert.True(with.After(CaseDecisions.MoveTo(with.Case, Daughter, Town.Start, asRepresentative: true)).Case.IsWithRepresentative);
    }

    [Fact]
    public void The_person_ends_it_without_a_reason_and_once()
    {
        var with = WithMother(Acting());
        var ended = with.After(CaseDecisions.RevokeRepresentation(with.Case, Mother, Town.Start));

        Assert.Equal(new RepresentationEnding(Today, RepresentationEndCause.Person), ended.Case.Representation!.EndingOn(Today));
        CaseDecisions.RevokeRepresentation(ended.Case, Mother, Town.Start).Brings();
        CaseDecisions.MoveTo(ended.Case, Daughter, Town.Start, asRepresentative: true).IsRefused(RefusalReason.NotYours);
    }

    [Fact]
    public void Who_acts_does_not_end_it_in_the_persons_place() => CaseDecisions.RevokeRepresentation(Acting().Case, Daughter, Town.Start).IsRefused(RefusalReason.OnlyThePerson);

    [Fact]
    public void A_guardian_is_not_sent_away_by_the_ward()
    {
        var with = WithMother(Acting(Guardian));

        CaseDecisions.RevokeRepresentation(with.Case, Mother, Town.Start).IsRefused(RefusalReason.ActsByLaw);
    }

    [Fact]
    public void Where_nobody_acts_nothing_is_ended() => CaseDecisions.RevokeRepresentation(Story.Submitted().Case, Town.Owner, Town.Start).IsRefused(RefusalReason.NotRepresented);

    [Fact]
    public void The_office_notes_the_end_and_says_why()
    {
        CaseDecisions.EndRepresentation(Acting().Case, true, "好", Town.Officer, Town.Start).IsRefused(RefusalReason.ReasonRequired);
        CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.OtherOfficer, Town.Start).IsRefused(RefusalReason.NotYours);
        CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Agent, Town.Start).IsRefused(RefusalReason.NotYours);

        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));
        Assert.Equal(RepresentationEndCause.Office, ended.Case.Representation!.Ended!.Why);
        CaseDecisions.EndRepresentation(ended.Case, true, "本人来窗口收回委托", Town.BureauOfficer, Town.Start).Brings();
    }

    [Fact]
    public void Who_was_entrusted_and_died_is_ended_without_anybody_at_the_desk()
    {
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, false, "受托人已去世，村里开了证明", Town.Officer, Town.Start));

        Assert.False(ended.Case.IsRepresentedOn(BeijingTime.DayOf(Town.Start)));
    }

    [Fact]
    public void A_letter_that_was_taken_back_is_waited_for_no_longer()
    {
        var today = BeijingTime.DayOf(Town.Start);
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));

        Assert.False(Acting().Case.IsOverWithLetter("M14", today));
        Assert.True(ended.Case.IsOverWithLetter("M14", today));
        Assert.False(ended.Case.IsOverWithLetter("M07", today));
    }

    [Fact]
    public void That_a_guardianship_is_over_the_office_notes_without_the_ward() =>
        CaseDecisions.EndRepresentation(Acting(Guardian).Case, false, "法院已撤销监护人资格", Town.Officer, Town.Start)
            .Brings(new RepresentationEnded(RepresentationEndCause.Office, "法院已撤销监护人资格", false));

    [Fact]
    public void Who_is_related_ends_nothing()
    {
        var kin = Acting().With(Actor.System, new RelativeDeclared("翟敏", RelativeSource.Detected, Staff: Town.Officer.Participant));

        CaseDecisions.EndRepresentation(kin.Case, true, "本人来窗口收回委托", Town.Officer, Town.Start).IsRefused(RefusalReason.RelatedToHousehold);
    }

    [Fact]
    public void After_its_last_day_the_case_opens_to_them_no_longer()
    {
        var (last, after) = (Today.AddYears(1), Today.AddYears(1).AddDays(1));

        Assert.Equal((Relation.Representative, Relation.FormerOwner), (StandingOf(Daughter, Acting().Case, last), StandingOf(Daughter, Acting().Case, after)));
        Assert.Equal(new RepresentationEnding(after, RepresentationEndCause.Date), Acting().Case.Representation!.EndingOn(after));
    }

    [Fact]
    public void A_child_who_comes_of_age_ends_it()
    {
        var acting = Acting(Guardian with { Until = Today, EndsOfAge = true });

        Assert.Equal(new RepresentationEnding(Today.AddDays(1), RepresentationEndCause.OfAge), acting.Case.Representation!.EndingOn(Today.AddDays(1)));
    }

    [Fact]
    public void Who_no_longer_acts_is_not_told_where_the_case_went()
    {
        var ended = Acting().After(CaseDecisions.EndRepresentation(Acting().Case, true, "本人来窗口收回委托", Town.Officer, Town.Start));

        Assert.Null(Assert.IsType<TakenOver>(WithMother(ended).Journal[^1].Event).From);
    }

    [Fact]
    public void A_result_that_nobody_can_be_told_is_read_out_at_the_door_by_the_township()
    {
        var decided = AtDecide().With(Town.Officer.In(Town.Officer.Posts[0]), new RepresentationEnded(RepresentationEndCause.Office, "本人来窗口收回委托", true)).Did("decide-r1", Forms.Approve(), Town.Chief);

        Assert.Equal((Role.TownshipOfficer, "township/370982103"), (decided.Case.Task("read-out-r1")!.Role, decided.Case.Task("read-out-r1")!.Office));
        Assert.Null(AtDecide().Did("decide-r1", Forms.Approve(), Town.Chief).Case.Task("read-out-r1"));
    }

    [Fact]
    public void Each_has_a_telephone_of_their_own_on_record()
    {
        var replaced = Acting().After(CaseDecisions.ReplacePhone(
            Acting().Case, new PhoneWish("v1.k.new", "137****1111", true, "手机丢了，本人到窗口") { OfRepresentative = true }, Town.Officer, Town.Start));

        Assert.Equal(("137****1111", "138****5678"), (replaced.Case.Representation!.Who.PhoneMasked, replaced.Case.Applicant.PhoneMasked));
        CaseDecisions.ReplacePhone(Story.Submitted(false).Case, new PhoneWish("v1.k.new", "137****1111", true, "手机丢了，本人到窗口") { OfRepresentative = true }, Town.Officer, Town.Start)
            .IsRefused(RefusalReason.NotRepresented);
    }

    private static Submitted By(SealedRepresentative who) => Town.Application with { Representative = who };

    private static Story Acting(SealedRepresentative? who = null) =>
        new Story([], Town.Start).After(CaseDecisions.Submit(By(who ?? Entrusted), false, Town.Procedure, Town.Calendar, Town.Start)).Go();

    private static Story WithMother(Story story) => story.After(CaseDecisions.MoveTo(story.Case, Mother, story.Now));

    private static Story AtDecide() => Acting().Did("collect-r1", Forms.Collected, Town.Officer).Surveyed().Did("verify-r1", Forms.Verified, Town.Officer)
        .Did("review-r1", Forms.Propose(), Town.Reviewer).Did("notice-r1", Forms.NoticePosted, Town.Officer).At(Town.At(3, 10)).Go();

    private static Relation StandingOf(string resident, Case current, DateOnly? day = null) => Assert.Single(Footing.Of(resident, current, day ?? Today).Standings).Relation;
}
