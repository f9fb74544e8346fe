using System.Security.Cryptography;
using CsCheck;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class SealerTests
{
    private static readonly byte[] OldKey = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] NewKey = [.. Enumerable.Repeat((byte)2, 32)];
    private static readonly Sealer Sealer = new(new SealingKeys(OldKey));

    [Fact]
    public void What_was_sealed_opens_again() =>
        Gen.String[Gen.Char['一', '龥'], 0, 200].Sample(clear => Sealer.Open(Sealer.Seal(clear, "name"), "name") == clear);

    [Fact]
    public void The_envelope_names_version_and_key() => Assert.StartsWith("v2.k1.", Sealer.Seal("370982197001010016", "id"));

    [Fact]
    public void The_clear_text_is_not_in_the_envelope() => Assert.DoesNotContain("370982197001010016", Sealer.Seal("370982197001010016", "id"));

    [Fact]
    public void Sealing_twice_gives_two_envelopes() => Assert.NotEqual(Sealer.Seal("a", "id"), Sealer.Seal("a", "id"));

    [Fact]
    public void Another_purpose_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(Sealer.Seal("a", "id"), "phone"));

    [Fact]
    public void A_changed_envelope_does_not_open()
    {
        var envelope = Sealer.Seal("张三", "name").ToCharArray();
        envelope[10] = envelope[10] == 'A' ? 'B' : 'A';
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(new string(envelope), "name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1.k1")]
    [InlineData("v1.k1.AAAA")]
    [InlineData("v1.k1.not base64!")]
    [InlineData("v2.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("v1.k9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_envelope_does_not_open(string text) => Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(text, "id"));

    [Fact]
    public void Old_envelopes_open_after_the_key_was_changed()
    {
        var envelope = Sealer.Seal("138", "phone");
        var renewed = new Sealer(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = OldKey, ["k2"] = NewKey }));
        Assert.Equal("138", renewed.Open(envelope, "phone"));
    }

    [Fact]
    public void After_the_change_the_new_key_seals()
    {
        var renewed = new Sealer(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = OldKey, ["k2"] = NewKey }));
        Assert.StartsWith("v2.k2.", renewed.Seal("138", "phone"));
    }

    [Fact]
    public void What_an_earlier_release_sealed_still_opens_and_is_to_be_sealed_anew()
    {
        var envelope = EarlierEnvelopes.Of(OldKey, "138", "phone");
        Assert.Equal("138", Sealer.Open(envelope, "phone"));
        Assert.False(Sealer.IsCurrent(envelope));
    }

    [Fact]
    public void A_ring_that_learns_of_a_new_key_seals_with_it_from_then_on()
    {
        var ring = new KeyRing(new SealingKeys(OldKey));
        var (sealer, before) = (new Sealer(ring), new Sealer(ring).Seal("138", "phone"));
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = OldKey, ["k2"] = NewKey }));
        Assert.StartsWith("v2.k2.", sealer.Seal("138", "phone"));
        Assert.Equal((true, false), (sealer.Open(before, "phone") == "138", sealer.IsCurrent(before)));
    }

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new SealingKeys(new byte[16]));
}
