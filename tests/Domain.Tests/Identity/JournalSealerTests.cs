using System.Security.Cryptography;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class JournalSealerTests
{
    private const string Journal = "HZ-20261127-000001";
    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 32)];
    private readonly KeyRing ring = new(new SealingKeys(First));

    private JournalSealer Sealer => new(ring);

    [Fact]
    public void What_is_sealed_in_a_journal_opens_with_its_key()
    {
        var key = Sealer.New(Journal);

        Assert.Equal(new Opened.Clear("张三"), Sealer.Open(key, Sealer.Seal(key, "张三", "name"), "name"));
    }

    [Fact]
    public void The_envelope_names_the_data_key_and_neither_purpose_nor_master_key()
    {
        var key = Sealer.New(Journal);

        Assert.Equal(["v2", key.Id], Sealer.Seal(key, "张三", "name").Split('.')[..2]);
    }

    [Fact]
    public void It_opens_for_its_purpose_only()
    {
        var key = Sealer.New(Journal);

        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key, Sealer.Seal(key, "张三", "name"), "phone"));
    }

    [Fact]
    public void A_key_carried_over_to_another_journal_opens_nothing_there()
    {
        var key = Sealer.New(Journal);
        var envelope = Sealer.Seal(key, "张三", "name");

        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key with { Journal = "HZ-20261127-000002" }, envelope, "name"));
    }

    [Fact]
    public void Wrapped_anew_it_opens_what_was_sealed_before_and_needs_the_old_master_key_no_more()
    {
        var key = Sealer.New(Journal);
        var envelope = Sealer.Seal(key, "张三", "name");
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = First, ["k2"] = Second }));

        var anew = Sealer.WrapAnew(key);
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Second }));

        Assert.Equal(("k2", key.Id), (anew.Master, anew.Id));
        Assert.Equal(new Opened.Clear("张三"), Sealer.Open(anew, envelope, "name"));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key, envelope, "name"));
    }

    [Fact]
    public void Once_the_key_is_destroyed_the_value_is_erased()
    {
        var key = Sealer.New(Journal);
        var envelope = Sealer.Seal(key, "张三", "name");

        Assert.IsType<Opened.Erased>(Sealer.Open(JournalKey.Destroyed(Journal, key.Id), envelope, "name"));
        Assert.IsType<Opened.Erased>(Sealer.Open(null, envelope, "name"));
    }

    [Fact]
    public void Nothing_more_is_sealed_with_a_destroyed_key() =>
        Assert.Throws<InvalidOperationException>(() => Sealer.Seal(JournalKey.Destroyed(Journal, "d1"), "张三", "name"));

    [Fact]
    public void What_an_earlier_release_sealed_in_a_journal_still_opens() =>
        Assert.Equal(new Opened.Clear("张三"), Sealer.Open(null, EarlierEnvelopes.Of(First, "张三", "name"), "name"));

    [Fact]
    public void What_was_opened_is_not_printed() => Assert.DoesNotContain("张三", new Opened.Clear("张三").ToString(), StringComparison.Ordinal);
}
