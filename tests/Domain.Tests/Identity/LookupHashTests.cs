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
    public void A_person_who_was_found_before_is_found_when_another_key_counts()
    {
        var (before, after) = (Hash.Of(Someone), Changed.Of(Someone));

        Assert.Equal(before.Text, after.Texts[1]);
        Assert.Matches("^k2\\.[A-Za-z0-9_-]{43}$", after.Text);
        Assert.True(after.IsOf(before) && before.IsOf(after) && after.IsOf(before.Text));
        Assert.True(Changed.Covers(after));
        Assert.False(Changed.Covers(before));
    }

    [Fact]
    public void Under_two_keys_that_are_not_both_known_nobody_is_said_to_be_another()
    {
        var gone = new LookupHash(new KeyRing(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Of(8) }))).Of(Someone);

        Assert.False(gone.IsOf(Hash.Of(Someone)));
        Assert.True(gone.MayBe(Hash.Of(Someone).Text));
        Assert.False(Changed.Of(Someone).MayBe(Hash.Of(Other).Text));
    }

    [Fact]
    public void What_was_erased_is_nobody() => Assert.False(new PersonHash("").IsOf(new PersonHash("")));

    [Fact]
    public void What_is_to_stay_the_same_goes_by_the_key_of_its_time()
    {
        Assert.Equal(Hash.Of("notice", "1"), Changed.At(From.AddTicks(-1), "notice", "1"));
        Assert.Equal(Changed.Of("notice", "1"), Changed.At(From, "notice", "1"));
    }

    [Fact]
    public void What_a_key_made_that_is_gone_is_not_made_of_the_one_before_it()
    {
        var later = From.AddDays(90);
        var middle = new LookupHash(new KeyRing(new SealingKeys(
            "k3", new Dictionary<string, byte[]> { ["k1"] = Of(7), ["k3"] = Of(9) }, new Dictionary<string, DateTimeOffset> { ["k2"] = From, ["k3"] = later })));
        var first = new LookupHash(new KeyRing(new SealingKeys("k2", new Dictionary<string, byte[]> { ["k2"] = Of(8) }, new Dictionary<string, DateTimeOffset> { ["k2"] = From })));

        Assert.Equal(Hash.Of("notice", "1"), middle.At(From.AddTicks(-1), "notice", "1"));
        Assert.Null(middle.At(From, "notice", "1"));
        Assert.Equal(middle.Of("notice", "1"), middle.At(later, "notice", "1"));
        Assert.Null(first.At(From.AddTicks(-1), "notice", "1"));
    }

    [Fact]
    public void Both_hashes_of_one_journal_are_read_as_they_were_written()
    {
        Assert.Equal("hash", Assert.Single(System.Text.Json.JsonSerializer.Deserialize<PersonHash>("\"hash\"").Texts));
        Assert.Equal("\"k2.new\"", System.Text.Json.JsonSerializer.Serialize(new PersonHash("k2.new", "old")));
    }

    private static readonly DateTimeOffset From = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly ResidentId Someone = Assert.IsType<IdReading.Valid>(ResidentId.Read("370982197001010016", new DateOnly(2026, 11, 27))).Id;
    private static readonly ResidentId Other = Assert.IsType<IdReading.Valid>(ResidentId.Read("37098219700101002" + IdNumber.CheckCharacterOf("37098219700101002"), new DateOnly(2026, 11, 27))).Id;

    private static LookupHash Changed => new(new KeyRing(new SealingKeys(
        "k2", new Dictionary<string, byte[]> { ["k1"] = Of(7), ["k2"] = Of(8) }, new Dictionary<string, DateTimeOffset> { ["k2"] = From })));

    private static byte[] Of(byte fill) => [.. Enumerable.Repeat(fill, 32)];

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new LookupHash(new byte[8]));
}
