using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Tests.Identity;

public sealed class ProofSealTests
{
    private const string Somebody = "resident:c29tZWJvZHk";
    private const string Said = "case-1.10.20";

    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 32)];

    private readonly KeyRing ring = new(new SealingKeys(First));

    private ProofSeal Seal => new(ring);

    [Fact]
    public void What_was_signed_is_read_again() => Assert.Equal(Said, Seal.Read(Somebody, Seal.Sign(Somebody, Said)));

    [Fact]
    public void It_is_nothing_for_anybody_else() => Assert.Null(Seal.Read("resident:b3RoZXI", Seal.Sign(Somebody, Said)));

    [Fact]
    public void The_key_that_signed_is_named_and_no_other_is_tried()
    {
        var word = Seal.Sign(Somebody, Said);
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k1"] = First, ["k2"] = Second }));

        Assert.Equal(Said, Seal.Read(Somebody, word));
        Assert.Null(Seal.Read(Somebody, word.Replace(".k1.", ".k2.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Under_a_key_that_is_used_no_more_it_is_nothing()
    {
        var word = Seal.Sign(Somebody, Said);
        ring.Replace(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Second }));

        Assert.Null(Seal.Read(Somebody, word));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("k1.")]
    [InlineData(".k1.")]
    [InlineData("case-1.10.20.k1.")]
    [InlineData("case-1.10.20.k1.AAAA")]
    public void What_is_no_word_of_ours_is_nothing(string word) => Assert.Null(Seal.Read(Somebody, word));
}
