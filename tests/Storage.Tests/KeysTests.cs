namespace OneVisit.Storage.Tests;

public sealed class KeysTests
{
    [Theory]
    [InlineData("village/370982103201")]
    [InlineData("a\\b#c?d")]
    [InlineData("tab\tand\u0085control")]
    [InlineData("百分之%")]
    [InlineData("")]
    public void A_key_holds_no_sign_that_the_store_forbids(string value) =>
        Assert.DoesNotContain(Keys.Of(value), c => c is '/' or '\\' or '#' or '?' or '%' || !char.IsAscii(c) || char.IsControl(c));

    [Fact]
    public void Different_values_have_different_keys() =>
        Assert.Equal(6, new[] { "a/b", "a~002fb", "a#b", "a b", "", "~" }.Select(value => Keys.Of(value)).Distinct().Count());

    [Fact]
    public void Parts_cannot_be_shifted_against_each_other() => Assert.NotEqual(Keys.Of("a!", "b"), Keys.Of("a", "!b"));

    [Fact]
    public void An_endless_value_has_a_short_key() => Assert.InRange(Keys.Of(new string('长', 5_000)).Length, 1, 250);

    [Theory]
    [InlineData("Upper")]
    [InlineData("1digit")]
    [InlineData("with-dash")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void A_prefix_that_no_name_can_begin_with_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => new OneVisitStorage(new StorageOptions { AccountName = "city", Prefix = prefix }));

    [Fact]
    public void Options_print_no_key() =>
        Assert.DoesNotContain("secret", new StorageOptions { ConnectionString = "AccountKey=secret" }.ToString());

    [Fact]
    public void Storage_without_an_account_is_refused() => Assert.Throws<ArgumentException>(() => new OneVisitStorage(new StorageOptions()));
}
