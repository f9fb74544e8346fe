using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class LookupHashTests
{
    private static readonly LookupHash Hash = new([.. Enumerable.Repeat((byte)7, 32)]);

    [Fact]
    public void The_same_value_is_found_again() => Assert.Equal(Hash.Of("id", "370982197001010016"), Hash.Of("id", "370982197001010016"));

    [Fact]
    public void Another_purpose_gives_another_hash() => Assert.NotEqual(Hash.Of("id", "1"), Hash.Of("phone", "1"));

    [Fact]
    public void Another_key_gives_another_hash() =>
        Assert.NotEqual(Hash.Of("id", "1"), new LookupHash([.. Enumerable.Repeat((byte)8, 32)]).Of("id", "1"));

    [Fact]
    public void It_fits_a_table_key() => Assert.Matches("^[A-Za-z0-9_-]{43}$", Hash.Of("id", "370982197001010016"));

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new LookupHash(new byte[8]));
}
