using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class OneTimeCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly OneTimeCode Sent = OneTimeCode.Next(null, "right", "content", Now)!;

    [Fact]
    public void The_right_code_within_ten_minutes_signs() => Assert.Equal(CodeCheck.Right, Sent.Try("right", "content", Now.AddMinutes(10).AddTicks(-1)).Check);

    [Fact]
    public void After_ten_minutes_it_signs_nothing() => Assert.Equal(CodeCheck.Expired, Sent.Try("right", "content", Now.AddMinutes(10)).Check);

    [Fact]
    public void After_five_wrong_tries_the_right_code_signs_nothing()
    {
        var code = Sent;
        for (var i = 0; i < 5; i++)
            code = code.Try("wrong", "content", Now).Code;

        Assert.Equal(CodeCheck.Spent, code.Try("right", "content", Now).Check);
    }

    [Fact]
    public void A_code_signs_only_what_it_was_sent_for() => Assert.Equal(CodeCheck.OtherContent, Sent.Try("right", "other", Now).Check);

    [Fact]
    public void What_was_signed_stays_signed_when_the_same_comes_again_later() =>
        Assert.Equal(CodeCheck.Right, Sent.Try("right", "content", Now).Code.Try("right", "content", Now.AddDays(1)).Check);

    [Fact]
    public void Not_more_than_five_are_sent_within_an_hour()
    {
        OneTimeCode? code = null;
        for (var i = 0; i < 5; i++)
            code = OneTimeCode.Next(code, "right", "content", Now.AddMinutes(i));

        Assert.Null(OneTimeCode.Next(code, "right", "content", Now.AddMinutes(59)));
        Assert.NotNull(OneTimeCode.Next(code, "right", "content", Now.AddMinutes(60)));
    }
}
