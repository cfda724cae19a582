package io.phoenix.workflow.experiment;

import java.util.Objects;

/** What has to be undone, as a value: it survives continue-as-new. Registered before the step that it undoes. */
public sealed interface Compensation {

    /** What it does, in plain words. */
    String summary();

    record ReleaseTarget(String target) implements Compensation {
        public ReleaseTarget {
            Objects.requireNonNull(target, "target");
        }

        @Override
        public String summary() {
            return "release target " + target;
        }
    }

    record RemoveVariants(String taskQueue, String target) implements Compensation {
        public RemoveVariants {
            Objects.requireNonNull(taskQueue, "taskQueue");
            Objects.requireNonNull(target, "target");
        }

        @Override
        public String summary() {
            return "remove the experiment's collectors from " + target;
        }
    }

    record StopLoad(String taskQueue) implements Compensation {
        public StopLoad {
            Objects.requireNonNull(taskQueue, "taskQueue");
        }

        @Override
        public String summary() {
            return "stop the load";
        }
    }

    /** Carries the promotion as it will be decided, known before it is: the generation after the fence. */
    record RevertPromotion(String taskQueue, Promotion promotion) implements Compensation {
        public RevertPromotion {
            Objects.requireNonNull(taskQueue, "taskQueue");
            Objects.requireNonNull(promotion, "promotion");
        }

        @Override
        public String summary() {
            return "take back generation " + promotion.generation() + " of " + promotion.target();
        }
    }
}
