using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class ProofTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(-1, false)]
    public void A_proof_is_good_for_half_an_hour(int minutes, bool good) => Assert.Equal(good, Proof.Given("case-1", Nine).IsGood(Nine.AddMinutes(minutes)));

    [Fact]
    public void What_is_used_lasts_half_an_hour_from_then() => Assert.Equal(Nine.AddMinutes(50), Proof.Given("case-1", Nine).Used(Nine.AddMinutes(20))!.Until);

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void Fresh_or_over_it_stays_as_it_is(int minutes) => Assert.Null(Proof.Given("case-1", Nine).Used(Nine.AddMinutes(minutes)));

    [Fact]
    public void However_it_is_used_after_half_a_day_it_is_over()
    {
        var (proof, now) = (Proof.Given("case-1", Nine), Nine);
        while (proof.IsGood(now))
        {
            proof = proof.Used(now) ?? proof;
            now = now.AddMinutes(10);
        }

        Assert.Equal(Nine.AddHours(12), now);
    }
}
