package io.phoenix.simulator.run;

import io.phoenix.simulator.otlp.Delivery;
import io.phoenix.simulator.otlp.ScrapeEncoder;
import io.phoenix.simulator.otlp.ScrapeMessage;
import io.phoenix.simulator.process.HostPopulation;
import io.phoenix.simulator.process.HostSnapshot;
import java.time.Duration;

/** Scrapes one host tick by tick and offers each scrape once, within its interval. */
final class HostLoop implements Runnable {
    private final HostPopulation population;
    private final ScrapeEncoder encoder;
    private final Pacing pacing;
    private final Outlet outlet;

    HostLoop(HostPopulation population, ScrapeEncoder encoder, Pacing pacing, Outlet outlet) {
        this.population = population;
        this.encoder = encoder;
        this.pacing = pacing;
        this.outlet = outlet;
    }

    @Override
    public void run() {
        for (long tick = 0; tick < outlet.ticks(); tick++) {
            if (outlet.stop().raisedBefore(pacing.due(tick))) {
                return;
            }
            HostSnapshot snapshot = population.advance();
            send(snapshot, encoder.encode(snapshot));
        }
    }

    private void send(HostSnapshot snapshot, ScrapeMessage message) {
        long sequence =
                outlet.statistics().due(snapshot.host(), snapshot.samples().size());
        Duration left = pacing.left(snapshot.tick(), System.nanoTime());
        if (!left.isPositive()) {
            outlet.statistics().drop(message.points());
            return;
        }
        Delivery delivery = outlet.sink().offer(message, sequence, left);
        outlet.statistics().settle(delivery, message.points());
        outlet.log().record(delivery);
        if (delivery instanceof Delivery.Accepted) {
            outlet.reports().accepted(snapshot.host());
        }
    }
}
