using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>共同生活的家庭成员: named by number, with their authorisation, and asked about.</summary>
public sealed class MemberTests
{
    private static readonly SealedMember Son = new("sealed name", "翟*", "sealed number", "hash of the son", "370982********0016");

    private static Story Named => Story.AtSurvey.Did("verify-r1", Of(Son), Town.Officer);

    [Fact]
    public void Who_is_named_counts_from_then_on_and_the_task_stays_open()
    {
        Assert.Equal((1, Son), (Assert.Single(Named.Case.NamedMembers).Number, Named.Case.NamedMembers[0].Person));
        Assert.Contains("verify-r1", Named.Open);
    }

    [Fact]
    public void The_same_twice_is_once() => Named.When("verify-r1", Of(Son), Town.Second).Brings();

    [Fact]
    public void Without_an_authorisation_nobody_is_named() =>
        Story.AtSurvey.When("verify-r1", Of(Son, authorised: false), Town.Officer).IsRefused(RefusalReason.MemberAuthorisationRequired);

    [Fact]
    public void What_cannot_be_read_names_nobody() => Story.AtSurvey.When("verify-r1", Of(null), Town.Officer).IsRefused(RefusalReason.MemberRequired);

    [Fact]
    public void The_applicant_is_no_further_member() =>
        Story.AtSurvey.When("verify-r1", Of(Son with { IdHash = Story.AtSurvey.Case.Applicant.IdHash }), Town.Officer).IsRefused(RefusalReason.MemberIsApplicant);

    [Fact]
    public void Whose_task_it_is_not_names_nobody() => Assert.IsType<Decision.Refused>(Story.AtSurvey.When("verify-r1", Of(Son), Town.Chief));

    [Fact]
    public void Who_decides_names_nobody() => Story.AtDecide.When("decide-r1", Of(Son), Town.Chief).IsRefused(RefusalReason.UnknownAction);

    [Fact]
    public void Registries_are_asked_about_a_member_what_counts_for_the_household_and_not_where_they_are_registered()
    {
        var asked = CaseDecisions.Unanswered(Named.Case, 1);

        Assert.Superset(new HashSet<RegistryQuestion> { RegistryQuestion.RecordedDead, RegistryQuestion.Vehicles, RegistryQuestion.Homes, RegistryQuestion.Benefits }, asked.ToHashSet());
        Assert.DoesNotContain(RegistryQuestion.RegisteredWhere, asked);
        Assert.Equal([null, 1], CaseDecisions.StillToAnswerFor(Named.Case).AsEnumerable());
    }

    [Fact]
    public void What_is_known_of_the_applicant_is_still_to_be_asked_of_the_member()
    {
        var told = Named.After(CaseDecisions.NoteAnswers(Named.Case, CaseDecisions.Unanswered(Named.Case).Select(question => new AnswerNote(question, "no", Town.Since))));

        Assert.Equal([1], CaseDecisions.StillToAnswerFor(told.Case).AsEnumerable());
        Assert.True(CaseDecisions.IsYetToAsk(told.Case));
        Assert.False(CaseDecisions.IsYetToAsk(told.After(CaseDecisions.NoteAnswers(
            told.Case, CaseDecisions.Unanswered(told.Case, 1).Select(question => new AnswerNote(question, "unknown", Town.Since, Reason: UnknownReason.Late) { Member = 1 }))).Case));
    }

    [Fact]
    public void An_answer_about_a_member_never_takes_the_place_of_one_about_the_applicant()
    {
        AnswerNote own = new(RegistryQuestion.Vehicles, "no", Town.Since), theirs = own with { Kind = "value", Value = "1", Member = 1 };
        var told = Named.After(CaseDecisions.NoteAnswers(Named.Case, [own]));

        Assert.Equal([own, theirs], told.After(CaseDecisions.NoteAnswers(told.Case, [theirs])).Case.RegisterAnswers.AsEnumerable());
    }

    [Fact]
    public void A_car_of_a_member_contradicts_a_household_that_told_of_none()
    {
        var car = new AnswerNote(RegistryQuestion.Vehicles, "value", Town.Since, "1") { Member = 1 };

        Assert.Equal([car], DataCheckQuestions.Contradictions(new() { OwnsCar = false }, [car], "370982").AsEnumerable());
    }

    private static OutcomeForm Of(SealedMember? person, bool authorised = true) => new(ActNames.NameMember) { Member = new MemberForm(person, authorised, []) };
}
