using OneVisit.Local.Host.Runtime;

namespace OneVisit.Local.Host.Tests.Runtime;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("call 13812345678 now", "call 138****5678 now")]
    [InlineData("138 1234 5678", "138****5678")]
    [InlineData("+86-138-1234-5678", "138****5678")]
    [InlineData("电话13812345678，谢谢", "电话138****5678，谢谢")]
    [InlineData("0538-7654321", "053****4321")]
    [InlineData("号码370982195701011234。", "号码370982********1234。")]
    [InlineData("370982 19570101 123x", "370982********123x")]
    public void Numbers_of_people_keep_head_and_tail_only(string text, string shown) => Assert.Equal(shown, Masking.Text(text));

    [Theory]
    [InlineData("2026-11-24T09:00:00.1234567+08:00")]
    [InlineData("XT261124-KQ7M2A")]
    [InlineData("6c13812345678f0e9d1a2b3c4d5e6f70")]
    [InlineData("639000000000000000")]
    [InlineData("amount 1234.50, members 4")]
    public void What_is_no_number_of_a_person_stays(string text) => Assert.Equal(text, Masking.Text(text));

    [Fact]
    public void Numbers_written_in_escapes_are_found_in_json() =>
        Assert.Equal("{\n  \"a\": \"370982********1234\"\n}", Masking.Json("""{"a":"\u0033\u0037\u0030982195701011234"}""")!.ReplaceLineEndings("\n"));

    [Fact]
    public void Numbers_are_found_where_json_holds_them_as_numbers() =>
        Assert.Equal("[\n  138****5678\n]", Masking.Json("[13812345678]")!.ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_no_json_is_masked_all_the_same() => Assert.Equal("ended by 138****5678", Masking.Json("ended by 13812345678"));

    [Fact]
    public void More_than_a_screenful_is_cut() => Assert.Equal(4001, Masking.Json($"\"{new string('x', 9000)}\"")!.Length);

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(Masking.Json(null));
}
