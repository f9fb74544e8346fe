using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host.Tests;

public sealed class CityOptionsTests
{
    [Fact]
    public void Without_options_the_city_opens_on_the_documented_ports() =>
        Assert.Equal((3978, 7071, 10000, 10001, 10002), Ports(CityOptions.Parse([])));

    [Fact]
    public void Every_port_is_an_option() =>
        Assert.Equal((1, 2, 3, 4, 5), Ports(CityOptions.Parse(["--port", "1", "--back-office-port", "2", "--blob-port", "3", "--queue-port", "4", "--table-port", "5"])));

    [Fact]
    public void Papers_that_people_sent_have_a_port_of_their_own() =>
        Assert.Equal((null, 6), (CityOptions.Parse(["--port", "19400"]).PapersPort, CityOptions.Parse(["--papers-port", "6"]).PapersPort));

    [Fact]
    public void Reset_is_asked_for_by_name() => Assert.True(CityOptions.Parse(["--reset"]).Reset);

    [Fact]
    public void The_whole_directory_is_handed_in_unless_it_is_left_out() =>
        Assert.Equal((true, false), (CityOptions.Parse([]).WholeDirectory, CityOptions.Parse(["--no-directory"]).WholeDirectory));

    [Fact]
    public void The_data_folder_is_made_absolute() => Assert.True(Path.IsPathFullyQualified(CityOptions.Parse(["--data", "somewhere"]).Data));

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--colour")]
    public void What_cannot_be_understood_is_named(params string[] arguments) =>
        Assert.Contains(arguments[^1], Assert.Throws<LocalSetupException>(() => CityOptions.Parse(arguments)).Message);

    private static (int, int, int, int, int) Ports(CityOptions options) =>
        (options.Port, options.BackOfficePort, options.BlobPort, options.QueuePort, options.TablePort);
}
