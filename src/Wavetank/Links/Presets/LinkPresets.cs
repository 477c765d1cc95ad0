namespace Wavetank.Links.Presets;

/// <summary>
/// The table of presets: one row each. Delays are one-way; where a source gives the round trip, each direction has half of it.
/// </summary>
/// <remarks>Sources are named in each row's <see cref="LinkPreset.Source"/>.</remarks>
public static class LinkPresets
{
    private const string WebPageTest = "WebPageTest's connection profiles (connectivity.ini), which give the round trip; half of it each way.";

    // dummynet, for which WebPageTest's figures were made, lets 50 packets wait where nothing else is said (ipfw(8)).
    private const int AccessQueue = 50;

    /// <summary>No delay, no loss, no limit.</summary>
    public static LinkPreset Perfect { get; } = new(
        "perfect", "No delay, no loss, no limit of rate.", new LinkOptions(), new LinkOptions(), "By definition.");

    /// <summary>Two servers of one data centre: 10 Gbit/s, 250 µs there and back.</summary>
    public static LinkPreset DataCentre { get; } = Symmetric(
        "data-centre", "Two servers of one data centre.", 10_000_000, 125, 1000,
        "Alizadeh et al., Data Center TCP (SIGCOMM 2010), section 2: 10 Gbit/s, round trips below 250 µs where nothing queues; half of it each way.");

    /// <summary>Gigabit Ethernet through a switch: 0.2 ms there and back.</summary>
    public static LinkPreset Lan { get; } = Symmetric(
        "lan", "Gigabit Ethernet through a switch.", 1_000_000, 100, 1000,
        "Rate: IEEE 802.3ab. Delay: our choice, 0.1 ms one-way, about what ping shows between two desktop computers.");

    /// <summary>Good Wi-Fi at home: 40 and 33 Mbit/s, 1 ms each way.</summary>
    public static LinkPreset WiFi { get; } = Of(
        "wifi", "Good Wi-Fi at home.", 40_000, 33_000, 1_000, 1_000, 0, 1000,
        "Apple's Network Link Conditioner, profile Wi-Fi, which gives delays one-way.");

    /// <summary>Fibre to the home: 20 and 5 Mbit/s, 4 ms there and back.</summary>
    public static LinkPreset Fibre { get; } = Access("fibre", "Fibre to the home (FIOS).", 20_000, 5_000, 4);

    /// <summary>Cable television's network: 5 and 1 Mbit/s, 28 ms there and back.</summary>
    public static LinkPreset Cable { get; } = Access("cable", "Cable television's network.", 5_000, 1_000, 28);

    /// <summary>A telephone line with DSL: 1.5 Mbit/s and 384 kbit/s, 50 ms there and back.</summary>
    public static LinkPreset Dsl { get; } = Access("dsl", "A telephone line with DSL.", 1_500, 384, 50);

    /// <summary>A modem on a telephone line: 49 and 30 kbit/s, 120 ms there and back.</summary>
    public static LinkPreset DialUp { get; } = Access("dial-up", "A modem on a telephone line.", 49, 30, 120);

    /// <summary>GSM with EDGE: 240 and 200 kbit/s, 840 ms there and back.</summary>
    public static LinkPreset Edge { get; } = Access("edge", "GSM with EDGE, the later 2G.", 240, 200, 840);

    /// <summary>Second-generation mobile network: 280 and 256 kbit/s, 800 ms there and back.</summary>
    public static LinkPreset Mobile2G { get; } = Access("2g", "A mobile network of the second generation.", 280, 256, 800);

    /// <summary>A bad spot of a third-generation mobile network: 400 kbit/s both ways, 400 ms there and back.</summary>
    public static LinkPreset Slow3G { get; } = Access("3g-slow", "A mobile network of the third generation, at a bad spot.", 400, 400, 400);

    /// <summary>Third-generation mobile network: 1.6 Mbit/s and 768 kbit/s, 300 ms there and back.</summary>
    public static LinkPreset Mobile3G { get; } = Access("3g", "A mobile network of the third generation.", 1_600, 768, 300);

    /// <summary>A good spot of a third-generation mobile network: 1.6 Mbit/s and 768 kbit/s, 150 ms there and back.</summary>
    public static LinkPreset Fast3G { get; } = Access("3g-fast", "A mobile network of the third generation, at a good spot.", 1_600, 768, 150);

    /// <summary>Fourth-generation mobile network: 9 Mbit/s both ways, 170 ms there and back.</summary>
    public static LinkPreset Mobile4G { get; } = Access("4g", "A mobile network of the fourth generation, as a user sees it.", 9_000, 9_000, 170);

    /// <summary>LTE: 12 Mbit/s both ways, 70 ms there and back.</summary>
    public static LinkPreset Lte { get; } = Access("lte", "A good LTE network.", 12_000, 12_000, 70);

    /// <summary>Fifth-generation mobile network: 100 and 50 Mbit/s, 4 ms each way.</summary>
    public static LinkPreset Mobile5G { get; } = Of(
        "5g", "A mobile network of the fifth generation, as its requirements say.", 100_000, 50_000, 4_000, 4_000, 0, 1000,
        "ITU-R M.2410-0 (2017), sections 4.3 and 4.7.1: user experienced rates of 100 and 50 Mbit/s, user plane latency of 4 ms one-way. What is asked of a network, not what is measured.");

    /// <summary>A geostationary satellite: 100 and 10 Mbit/s, 279 ms each way.</summary>
    public static LinkPreset SatelliteGeo { get; } = Of(
        "satellite-geo", "A geostationary satellite, seen from the edge of its area.", 100_000, 10_000, 279_000, 279_000, 0, 1000,
        "Delay: RFC 2488 section 2, 279.0 ms one-way. Rates: the subscription in Michel et al., A First Look at Starlink Performance (IMC 2022).");

    /// <summary>A constellation in low Earth orbit: 100 and 17 Mbit/s, 25 ms each way.</summary>
    public static LinkPreset SatelliteLeo { get; } = Of(
        "satellite-leo", "A satellite constellation in low Earth orbit, in a calm moment.", 100_000, 17_000, 25_000, 25_000, 0.004, 1000,
        "Michel et al., A First Look at Starlink Performance (IMC 2022): median round trip about 50 ms, half of it each way. Rates and loss rounded by us to the order of what is measured; the 15 s reconfiguration is another matter.");

    /// <summary>A network that hardly works: 1 Mbit/s, 500 ms each way, one packet of ten lost.</summary>
    public static LinkPreset VeryBad { get; } = Of(
        "very-bad", "A network that hardly works.", 1_000, 1_000, 500_000, 500_000, 0.1, AccessQueue,
        "Apple's Network Link Conditioner, profile Very Bad Network, which gives delays one-way.");

    /// <summary>All presets, from the best to the worst.</summary>
    public static IReadOnlyList<LinkPreset> All { get; } =
    [
        Perfect, DataCentre, Lan, WiFi, Mobile5G, Fibre, Cable, Lte, Mobile4G, SatelliteLeo, SatelliteGeo, Dsl, Fast3G, Mobile3G, Slow3G, Mobile2G, Edge,
        DialUp, VeryBad,
    ];

    private static LinkPreset Access(string name, string summary, int downKbps, int upKbps, int roundTripMilliseconds) =>
        Of(name, summary, downKbps, upKbps, roundTripMilliseconds * 500, roundTripMilliseconds * 500, 0, AccessQueue, WebPageTest);

    private static LinkPreset Symmetric(string name, string summary, int kbps, int delayMicroseconds, int queue, string source) =>
        Of(name, summary, kbps, kbps, delayMicroseconds, delayMicroseconds, 0, queue, source);

    private static LinkPreset Of(
        string name, string summary, int downKbps, int upKbps, int downMicroseconds, int upMicroseconds, double loss, int queue, string source) =>
        new(name, summary, Conditions(downKbps, downMicroseconds, loss, queue), Conditions(upKbps, upMicroseconds, loss, queue), source);

    private static LinkOptions Conditions(int kbps, int delayMicroseconds, double loss, int queue) => new()
    {
        Rate = DataRate.Kbps(kbps),
        Delay = TimeSpan.FromMicroseconds(delayMicroseconds),
        Loss = loss,
        Queue = QueueOptions.Packets(queue),
    };
}
