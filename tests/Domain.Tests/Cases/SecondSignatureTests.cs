using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Cases;

/// <summary>Two signatures on a decision (双人签署), where the procedure asks for them.</summary>
public sealed class SecondSignatureTests
{
    private static readonly OutcomeForm Countersign = new(ActNames.Countersign);
    private static readonly OutcomeForm Decline = new(ActNames.DeclineSignature) { Reason = "收入还要再核一遍" };

    [Fact]
    public void The_first_signature_alone_decides_nothing()
    {
        var signed = Signed();

        Assert.Null(signed.Case.Decision);
        Assert.Equal(["decide-r1"], signed.Open);
        Assert.Equal("王立新", signed.Case.Task("decide-r1")!.FirstSignature!.By.Name);
    }

    [Fact]
    public void With_the_second_it_counts_and_both_stand_in_it()
    {
        var decision = Signed().Did("decide-r1", Countersign, Town.Deputy).Case.Decision!;

        Assert.Equal(("王立新", "何秀英", Role.ChiefRepresentative), (decision.By.Name, decision.Second!.Name, decision.Power!.Holder));
        Assert.Equal(new Money(1620), Assert.IsType<CaseOutcome.Approved>(decision.Outcome).Monthly);
    }

    [Fact]
    public void The_same_person_does_not_sign_twice_whatever_posts_they_hold()
    {
        var both = Town.Chief with { Posts = [.. Town.Chief.Posts, .. Town.Deputy.Posts] };

        Assert.Equal("王立新", Signed().When("decide-r1", Countersign, Town.Chief).IsRefused(RefusalReason.SameSignatory).By!.Name);
        Signed().When("decide-r1", Countersign, both).IsRefused(RefusalReason.SameSignatory);
    }

    [Fact]
    public void The_first_posted_again_waits_and_says_who_signed_and_when()
    {
        var refused = Signed().When("decide-r1", Forms.Approve(), Town.Chief).IsRefused(RefusalReason.AwaitsSecondSignature);

        Assert.Equal(("王立新", Town.At(3, 10)), (refused.By!.Name, refused.At));
    }

    [Fact]
    public void Not_signed_it_goes_back_to_the_first_with_the_reason()
    {
        var back = Signed().Did("decide-r1", Decline, Town.Deputy);

        Assert.Null(back.Case.Task("decide-r1")!.FirstSignature);
        Assert.Equal(("何秀英", "收入还要再核一遍"), (back.Case.Task("decide-r1")!.Declined!.By.Name, back.Case.Task("decide-r1")!.Declined!.Reason));
        Assert.NotNull(back.Did("decide-r1", Forms.Approve(), Town.Chief).Did("decide-r1", Countersign, Town.Deputy).Case.Decision);
    }

    [Fact]
    public void It_is_not_left_unsigned_without_a_reason() => Signed().When("decide-r1", Decline with { Reason = "不" }, Town.Deputy).IsRefused(RefusalReason.ReasonRequired);

    [Fact]
    public void Who_is_not_of_the_point_does_not_sign() => Signed().When("decide-r1", Countersign, Town.Officer).IsRefused(RefusalReason.WrongRole);

    [Fact]
    public void Who_reviewed_does_not_sign_either()
    {
        var both = Town.Reviewer with { Posts = [.. Town.Reviewer.Posts, .. Town.Deputy.Posts] };
        var signed = (Story.ReviewedByAnother with { Procedure = At(above: 1000).Procedure }).Did("decide-r1", Forms.Approve(), Town.Chief);

        signed.When("decide-r1", Countersign, both).IsRefused(RefusalReason.ReviewedThisCase);
    }

    [Fact]
    public void Before_the_first_signature_there_is_no_second() => At(above: 1000).When("decide-r1", Countersign, Town.Chief).IsRefused(RefusalReason.UnknownAction);

    [Theory]
    [InlineData(1619, true)]
    [InlineData(1620, false)]
    public void Two_sign_above_the_amount_only(int above, bool two) =>
        Assert.Equal(two, At(above).Did("decide-r1", Forms.Approve(), Town.Chief).Case.Decision is null);

    [Fact]
    public void A_refusal_takes_two_only_where_every_decision_does()
    {
        Assert.NotNull(At(above: 0).Did("decide-r1", Forms.Refuse, Town.Chief).Case.Decision);
        Assert.Null(At(above: null).Did("decide-r1", Forms.Refuse, Town.Chief).Case.Decision);
    }

    [Fact]
    public void The_card_of_the_second_offers_to_sign_or_not_to() =>
        Assert.Equal([ActNames.Countersign, ActNames.DeclineSignature], CaseDecisions.ActionsFor(Signed().Case, Signed().Case.Task("decide-r1")!, Signed().Procedure).AsEnumerable());

    private static Story Signed() => At(above: 1000).Did("decide-r1", Forms.Approve(), Town.Chief);

    private static Story At(int? above) => Story.AtDecide with { Procedure = Town.Procedure with { FourEyes = new FourEyes(Money.OrNull(above)) } };
}
