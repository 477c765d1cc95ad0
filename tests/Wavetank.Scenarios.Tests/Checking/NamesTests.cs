using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class NamesTests
{
    private static string[] With(string devices, string links = "[]", string applications = "[{ on: a, run: ping, to: localhost }]") =>
        Lab.Problems($"devices: {devices}\nlinks: {links}\napplications: {applications}\n");

    [Fact]
    public void Device_may_not_have_the_name_of_a_generated_one() =>
        Assert.Equal(
            ["lab.yaml:1:60: devices.a-2: has the name \"a-2\", which already belongs to devices.a (line 1); choose another"],
            With("{ a: { kind: host, count: 2 }, b: { kind: host }, a-2: { kind: host } }"));

    [Fact]
    public void Generated_device_may_not_have_the_name_of_one_written_before() =>
        Assert.Equal(
            ["lab.yaml:1:33: devices.a: makes the name \"a-2\", which already belongs to devices.a-2 (line 1); rename one of the two"],
            With("{ a-2: { kind: host }, a: { kind: host, count: 2 } }"));

    [Fact]
    public void Second_link_between_two_devices_needs_a_name() =>
        Assert.Equal(
            ["lab.yaml:2:30: links[1]: has the name \"a-b\", which already belongs to links[0] (line 2); give this link a name of its own"],
            With("{ a: { kind: host }, b: { kind: host } }", "[{ between: [a, b] }, { between: [a, b] }]"));

    [Fact]
    public void Two_links_with_one_name_are_reported_at_the_name() =>
        Assert.Equal(
            ["lab.yaml:2:67: links[1]: has the name \"wire\", which already belongs to links[0] (line 2); give this link a name of its own"],
            With("{ a: { kind: host }, b: { kind: host } }", "[{ between: [a, b], name: wire }, { between: [a, b], name: wire }]"));

    [Fact]
    public void Link_may_not_have_the_name_of_a_device() =>
        Assert.Equal(
            ["lab.yaml:2:34: links[0]: has the name \"a\", which already belongs to devices.a (line 1); give this link a name of its own"],
            With("{ a: { kind: host }, b: { kind: host } }", "[{ between: [a, b], name: a }]"));

    [Fact]
    public void Two_like_applications_on_one_host_need_names() =>
        Assert.Equal(
            ["lab.yaml:3:53: applications[1]: is the second application named \"ping\" on \"a\"; give it a name of its own, such as name: ping-2"],
            With("{ a: { kind: host } }", "[]", "[{ on: a, run: ping, to: localhost }, { on: a, run: ping, to: localhost }]"));

    [Fact]
    public void Application_on_a_group_and_a_like_one_on_its_member_need_names() =>
        Assert.Equal(
            ["lab.yaml:3:53: applications[1]: is the second application named \"ping\" on \"a-1\"; give it a name of its own, such as name: ping-2"],
            With("{ a: { kind: host, count: 2 } }", "[]", "[{ on: a, run: ping, to: localhost }, { on: a-1, run: ping, to: localhost }]"));

    [Fact]
    public void Like_applications_on_two_members_need_none() =>
        Assert.Empty(With("{ a: { kind: host, count: 2 } }", "[]", "[{ on: a-1, run: ping, to: localhost }, { on: a-2, run: ping, to: localhost }]"));

    [Fact]
    public void Application_may_not_have_the_name_of_a_device() =>
        Assert.Equal(
            ["lab.yaml:3:42: applications[0].name: has the name \"a\", which already belongs to devices.a (line 1); choose another"],
            With("{ a: { kind: host } }", "[]", "[{ on: a, run: ping, name: a, to: localhost }]"));

    [Fact]
    public void Device_may_not_be_called_localhost() =>
        Assert.Contains(
            "lab.yaml:1:12: devices.localhost: \"localhost\" is every host's own name for itself; choose another name",
            With("{ localhost: { kind: host }, a: { kind: host } }"));

    [Fact]
    public void Two_groups_are_not_joined_by_one_link() =>
        Assert.Equal(
            ["lab.yaml:2:25: links[0].between: joins two groups, \"a\" and \"b\"; join each of them to a router, or name one member such as b-1"],
            With("{ a: { kind: host, count: 2 }, b: { kind: host, count: 2 } }", "[{ between: [a,  b] }]"));

    [Fact]
    public void Total_number_of_devices_is_bounded() =>
        Assert.Contains(
            "makes 100001 devices in all; a scenario has at most 100000",
            With("{ a: { kind: host }, " + string.Join(", ", Enumerable.Range(0, 10).Select(i => $"d{(char)('a' + i)}: {{ kind: host, count: 10000 }}")) + " }")[0],
            StringComparison.Ordinal);
}
